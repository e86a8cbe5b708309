/** A table that fits all that is published: how far each moved column lies from the truth, in scaled units. */
export type Alternative = {
  readonly moves: ReadonlyMap<number, number>;
  /** The largest share of it that fits what an outsider knows. */
  readonly limit: number;
  /** The same of attackers for whom it may be less. */
  readonly limits: ReadonlyMap<number, number>;
};
