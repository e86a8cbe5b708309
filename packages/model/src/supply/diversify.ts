import {
  type Answer,
  type LinearRepair,
  type LinearSolution,
  type Solver,
  solve,
} from "@lilink/engine/optimise";

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

const room = 1e-6;

/**
 * The cheapest mix of sources that covers a need while none gives more than the ceiling of it, and what each limit costs. [SU9]
 * @example diversify({ need: 100, offers: [{ source: "A", most: 100, cost: 1 }, { source: "B", most: 100, cost: 2 }], ceiling: 0.65 }, solver)
 *   // amounts { A: 65, B: 35 }, lastCost 2, limits [{ source: "A", saves: 1, by: "ceiling" }]
 */
export function diversify(
  { need, offers, ceiling }: DiversifyCase,
  solver: Solver,
): Diversified | NotCovered {
  const limitOf = ({ most }: SourceOffer) => Math.min(most, ceiling * need);
  const answer: Answer<LinearSolution | null, LinearRepair> = solve(
    {
      kind: "linear",
      columns: offers.map((offer) => ({
        id: offer.source,
        cost: offer.cost,
        high: limitOf(offer),
        relax: false,
      })),
      rows: [{ id: "need", terms: offers.map(({ source }) => [source, 1] as const), low: need, high: need }],
    },
    solver,
  ) as Answer<LinearSolution | null, LinearRepair>;
  if (answer.infeasible) return { missing: need - offers.reduce((sum, offer) => sum + limitOf(offer), 0) };
  const amounts = answer.solution ?? {};
  const lastCost = Math.max(
    0,
    ...offers.flatMap(({ source, cost }) => ((amounts[source] ?? 0) > room ? [cost] : [])),
  );
  return {
    amounts,
    cost: answer.value ?? 0,
    proven: answer.proven,
    lastCost,
    limits: offers.flatMap((offer) =>
      offer.cost < lastCost && (amounts[offer.source] ?? 0) >= limitOf(offer) - room
        ? [
            {
              source: offer.source,
              saves: lastCost - offer.cost,
              by: offer.most < ceiling * need ? ("most" as const) : ("ceiling" as const),
            },
          ]
        : [],
    ),
  };
}
