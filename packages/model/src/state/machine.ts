/** Who takes a step. The policy table and the database say who is who. */
export const stepTakers = [
  "owner",
  "asker",
  "asked",
  "party",
  "invited",
  "officer",
  "secretary",
  "checker",
  "job",
] as const;
export type StepTaker = (typeof stepTakers)[number];

/** What is true of a record while it is in a state. */
export type StateTraits = {
  /** Readers see what was live last; `now` puts the current version live. Without it only the owner and reviewers see. */
  readonly live?: true;
  /** Reviewers see the current version. */
  readonly review?: true;
  /** `draft`: the owner edits a version beside the live one. `live`: each save is live at once. */
  readonly edit?: "draft" | "live";
  /** No step leads on. */
  readonly end?: true;
  /** It is live, but stands still or has something to mend. */
  readonly halted?: true;
  /** Nothing is asked of it any more, though a step may take it up again: a list opens with it last. */
  readonly settled?: true;
};

export type Step<S extends string> = {
  readonly from: readonly S[];
  readonly to: S;
  readonly who: StepTaker;
  /** A reason must be given; it is kept with the step. */
  readonly reason?: true;
  /** The name of a further condition that the verb checks. */
  readonly guard?: string;
  /** Fields that are filled in with the step; all must be given. */
  readonly fields?: readonly string[];
  /** Fields without which the step is not open. */
  readonly needs?: readonly string[];
  /** The field whose day must have come: before it the step is not open. */
  readonly notBefore?: string;
  /** Fields that the step empties, since they told of the state before. */
  readonly empties?: readonly string[];
  /** The duty clock that starts on arrival, as `registers.md` calls it. */
  readonly clock?: string;
  /** The notice that leaves with the step. */
  readonly tell?: string;
};

/** The one shape of a state machine: states with what is true of them, steps with where they lead. */
export type Machine<S extends string = string, T extends string = string> = {
  readonly name: string;
  readonly start: S;
  readonly states: Readonly<Record<S, StateTraits>>;
  readonly steps: Readonly<Record<T, Step<S>>>;
};

/**
 * Declares a state machine.
 * @throws Error where a state cannot be reached, an end is left, or a state that is no end cannot be left.
 * @example machine({ name: "lamp", start: "off", states: { off: {}, on: {} }, steps: { light: { from: ["off"], to: "on", who: "owner" }, … } })
 */
export function machine<const S extends string, const T extends string>(given: {
  readonly name: string;
  readonly start: NoInfer<S>;
  readonly states: Readonly<Record<S, StateTraits>>;
  readonly steps: Readonly<Record<T, Step<NoInfer<S>>>>;
}): Machine<S, T> {
  const steps: readonly Step<S>[] = Object.values(given.steps);
  for (const state of statesOf(given)) {
    const isEnd = given.states[state].end === true;
    if (steps.some(({ from }) => from.includes(state)) === isEnd)
      throw new Error(
        `${given.name}: ${state} ${isEnd ? "is an end and is left" : "is no end and is not left"}`,
      );
    if (state !== given.start && !steps.some(({ to }) => to === state))
      throw new Error(`${given.name}: no step leads to ${state}`);
  }
  return given;
}

/** The states in the order of their declaration. */
export function statesOf<S extends string>({
  states,
}: Pick<Machine<S>, "states">): readonly [S, ...(readonly S[])] {
  return Object.keys(states) as [S, ...S[]];
}

/** The steps in the order of their declaration. */
export function stepsOf<T extends string>({ steps }: Pick<Machine<string, T>, "steps">): readonly T[] {
  return Object.keys(steps) as T[];
}

/** The state after a step, or null where the step is not open in this state. */
export function nextState<S extends string, T extends string>(
  { steps }: Machine<S, T>,
  state: S,
  step: T,
): S | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

/** The steps that are open in a state. */
export function openSteps<S extends string, T extends string>(given: Machine<S, T>, state: S): readonly T[] {
  return stepsOf<T>(given).filter((step) => given.steps[step].from.includes(state));
}

/** One row for each way from a state to another: what the database seeds its guards with. */
export type MachineRow = {
  readonly machine: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly who: StepTaker;
};

/** @returns the ways of a machine as rows, in the order of their declaration. */
export function machineRows({ name, steps }: Machine): readonly MachineRow[] {
  return Object.entries(steps).flatMap(([step, { from, to, who }]) =>
    from.map((state) => ({ machine: name, step, from: state, to, who })),
  );
}

/** One row for each state: what the database seeds its guards with. */
export type MachineStateRow = {
  readonly machine: string;
  readonly state: string;
  readonly start: boolean;
  readonly live: boolean;
  readonly review: boolean;
  readonly edit: "draft" | "live" | null;
};

/** @returns the states of a machine as rows, in the order of their declaration. */
export function machineStates({ name, start, states }: Machine): readonly MachineStateRow[] {
  return Object.entries(states).map(([state, { live, review, edit }]) => ({
    machine: name,
    state,
    start: state === start,
    live: live === true,
    review: review === true,
    edit: edit ?? null,
  }));
}
