import { solve } from "@lilink/engine/optimise";

/** What a source can give at most, and what a tonne of it costs. */
export type SourceOffer = { readonly source: string; readonly most: number; readonly cost: number };

export type DiversifyCase = {
  readonly need: number;
  readonly offers: readonly SourceOffer[];
  /** The largest share of one source, 0 to 1. */
  readonly ceiling: number;
};

export type Diversified = {
  readonly amounts: Readonly<Record<string, number>>;
  readonly cost: number;
  readonly proven: boolean;
  /** What the last tonne costs: one more tonne of need would cost as much. */
  readonly lastCost: number;
  /** What one more tonne from a source that is used to its limit would save; by which limit it is held. */
  readonly limits: readonly {
    readonly source: string;
    readonly saves: number;
    readonly by: "most" | "ceiling";
  }[];
};

/** Where the offers under the ceiling do not cover the need: how much is missing. */
export type NotCovered = { readonly missing: number };

/** Amounts are counted to a thousandth, costs to whole units of money: a flow is exact in whole numbers. */
const scale = 1000;

/**
 * The cheapest mix of sources that covers a need while none gives more than the ceiling of it, and what each limit costs. Proven by the
 * reduced costs of its flow. [SU9]
 * @example diversify({ need: 100, offers: [{ source: "A", most: 100, cost: 1 }, { source: "B", most: 100, cost: 2 }], ceiling: 0.65 })
 *   // amounts { A: 65, B: 35 }, lastCost 2, limits [{ source: "A", saves: 1, by: "ceiling" }]
 */
export function diversify({ need, offers, ceiling }: DiversifyCase): Diversified | NotCovered {
  const limits = offers.map(({ most }) => Math.floor(Math.min(most, ceiling * need) * scale));
  const wanted = Math.round(need * scale);
  const missing = wanted - limits.reduce((sum, one) => sum + one, 0);
  // What is cut off below a thousandth of each source is not missing.
  if (missing > offers.length) return { missing: missing / scale };
  const covered = wanted - Math.max(0, missing);
  const answer = solve({
    kind: "flow",
    network: {
      nodes: 2,
      source: new Int32Array(offers.length),
      target: new Int32Array(offers.length).fill(1),
      upper: Float64Array.from(limits),
      cost: Float64Array.from(offers, ({ cost }) => Math.round(cost)),
      supply: Float64Array.of(covered, -covered),
    },
  });
  if (answer.infeasible) return { missing: missing / scale };
  const amounts = Object.fromEntries(
    offers.map(({ source }, at) => [source, (answer.solution[at] ?? 0) / scale]),
  );
  const lastCost = Math.max(0, ...offers.flatMap(({ source, cost }) => (amounts[source] ? [cost] : [])));
  return {
    amounts,
    cost: offers.reduce((sum, { source, cost }) => sum + cost * (amounts[source] ?? 0), 0),
    proven: answer.proven,
    lastCost,
    limits: offers.flatMap(({ source, cost, most }, at) =>
      cost < lastCost && answer.solution[at] === limits[at]
        ? [
            {
              source,
              saves: lastCost - cost,
              by: most < ceiling * need ? ("most" as const) : ("ceiling" as const),
            },
          ]
        : [],
    ),
  };
}
