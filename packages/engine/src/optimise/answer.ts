/** `bound`: no solution is better. `proven`: value and bound meet, checked apart from the search. */
export type Solved<Solution> = {
  readonly infeasible: false;
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly solution: Solution;
};

/** The search was ended before it found anything. */
export type Unfinished = {
  readonly infeasible: false;
  readonly value: null;
  readonly bound: number;
  readonly proven: false;
  readonly solution: null;
};

/**
 * Nothing fits. `repairs` together are the cheapest change after which something does: data, for the caller to word.
 * `price` is what they cost by the weights of the problem. Empty where no change that is allowed would help.
 */
export type Infeasible<Repair> = {
  readonly infeasible: true;
  readonly repairs: readonly Repair[];
  readonly price: number;
  readonly proven: boolean;
};

export type Answer<Solution, Repair> = Solved<Solution> | Infeasible<Repair>;
