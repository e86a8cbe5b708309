/** A square table of costs, row after row; every cost is an integer. */
export type CostTable = { readonly size: number; readonly cost: Float64Array };

/** What the steps of the algorithm hand on: who has whom (-1: nobody), and the prices of the columns. */
export type PartialAssignment = {
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  readonly price: Float64Array;
};
