import frequencies from "../data/term-frequencies.json" with { type: "json" };

const { documents } = frequencies;
let counts: ReadonlyMap<string, number> | undefined;

function readCounts(): ReadonlyMap<string, number> {
  counts ??= new Map(
    Object.entries(frequencies.termsByCount).flatMap(([count, terms]) =>
      terms.split(" ").map((term) => [term, Number(count)] as const),
    ),
  );
  return counts;
}

/**
 * How much a term tells, from a fixed table of postings of the trade and from no posting of the market: no third posting
 * moves a score. What the table lacks is as rare as what it has once. [MT15]
 */
export function rarityOf(term: string): number {
  const count = readCounts().get(term) ?? 1;
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}
