import { formatNumber, formatQuantity, formatRange, type Locale } from "@lilink/i18n";
import {
  type Concept,
  concepts,
  findConcept,
  type LinkId,
  linkIds,
  type Stage,
  stages,
} from "@lilink/model/chain";
import {
  type Bounds,
  type ChainEffort,
  type FactorRule,
  healthRules,
  judgeStanding,
  type NodeEffort,
  type Standing,
  standings,
  weakFactorsOf,
  weighNodes,
} from "@lilink/model/chain-health";
import type { HealthRow } from "./queries.ts";

export type HealthNode = HealthRow & {
  readonly of: Concept;
  /** The middle of the bounds of the plain mean. */
  readonly mid: number;
  readonly standing: Standing;
};
export type StageHealth = {
  readonly stage: Stage;
  /** By how they stand, weakest first. */
  readonly nodes: readonly HealthNode[];
  readonly unknown: number;
};

export const rankOf = ({ rankLow: low, rankMid: mid, rankHigh: high }: RankCells) =>
  low === null || mid === null || high === null ? null : { low, mid, high };
type RankCells = Pick<HealthRow, "rankLow" | "rankMid" | "rankHigh">;

/** Judged nodes with what the chain says of them and how each stands, the weakest rank first. [WL15] */
export function toNodes(rows: readonly HealthRow[]): readonly HealthNode[] {
  return rows.flatMap((row) => {
    const of = findConcept(row.concept);
    const mid = (row.arithmeticLow + row.arithmeticHigh) / 2;
    const standing = judgeStanding({ rank: rankOf(row), factors: row.factors }, rows.length);
    return of ? [{ ...row, of, mid, standing }] : [];
  });
}

/** Nodes by how they stand, each list weakest first; those that nobody can rank by their place in the chain. */
export function toStandings(nodes: readonly HealthNode[]): Readonly<Record<Standing, readonly HealthNode[]>> {
  const of = (wanted: Standing) => nodes.filter(({ standing }) => standing === wanted);
  return { weak: of("weak"), likely: of("likely"), unsure: byPlace(of("unsure")), sound: of("sound") };
}

/** The factors that say why a node stands so: what is surely weak, or of a sound node what is surely sound. */
export function reasonsOf({
  standing,
  factors,
}: Pick<HealthNode, "standing" | "factors">): readonly Judged[] {
  if (standing !== "sound") return weakFactorsOf(factors);
  return factors
    .filter(({ fact, high }) => fact !== null && high < 0.5)
    .toSorted((a, b) => (1 - b.high) * b.weight - (1 - a.high) * a.weight);
}

/** So many missing factors are named; the rest is on the pages of the nodes. */
const mostNamed = 3;

/** Which factors most of these nodes have no figure of, the most frequent first: what would make their ranks sure. [WL2] */
export function toMissing(
  open: readonly Pick<HealthNode, "factors">[],
): readonly { readonly factor: Judged["factor"]; readonly count: number }[] {
  const counts = new Map<Judged["factor"], number>();
  for (const { factors } of open)
    for (const { factor, why } of factors)
      if (why === "missing") counts.set(factor, (counts.get(factor) ?? 0) + 1);
  return [...counts]
    .map(([factor, count]) => ({ factor, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostNamed);
}

/** Nodes by their place in the chain, for what they are shown by is no order of weakness. */
export const byPlace = (nodes: readonly HealthNode[]): readonly HealthNode[] =>
  linkIds.flatMap((link) => nodes.filter(({ of }) => of.link === link));

/** The stages of each link with their nodes. No node inherits from its stage. */
export function toLinks(
  nodes: readonly HealthNode[],
): readonly { readonly link: LinkId; readonly stages: readonly StageHealth[] }[] {
  const sorted = [...stages].sort((a, b) => a.order - b.order);
  return linkIds.map((link) => ({
    link,
    stages: sorted
      .filter((stage) => stage.link === link)
      .map((stage): StageHealth => {
        const by = toStandings(nodes.filter(({ of }) => of.stage === stage.id));
        const own = standings.flatMap((standing) => by[standing]);
        const all = concepts.filter((concept) => concept.stage === stage.id).length;
        return { stage, nodes: own, unknown: all - own.length };
      }),
  }));
}

/** The colour of a standing; none where nobody can say. */
export const colorOf: Readonly<Record<Standing, string | null>> = {
  weak: "var(--color-danger)",
  likely: "color-mix(in oklab, var(--color-danger) 45%, var(--color-ground))",
  unsure: null,
  sound: "var(--color-success)",
};

const hatch = "repeating-linear-gradient(135deg, var(--color-ground) 0 2px, transparent 2px 5px)";

/** A swatch in the colour of a standing, hatched where something behind it is old or withheld; a frame where nobody can say. */
export function swatchOf(standing: Standing, isHatched: boolean) {
  const backgroundColor = colorOf[standing];
  return backgroundColor === null
    ? { boxShadow: "inset 0 0 0 1px var(--color-muted)" }
    : { backgroundColor, ...(isHatched && { backgroundImage: hatch }) };
}

export function scoreText(low: number, high: number, locale: Locale): string {
  return boundsText([low, high], 2, locale);
}

/** Bounds of 0 to 1 with so many decimals. */
export function boundsText([low, high]: Bounds, decimals: number, locale: Locale): string {
  const [from, to] = [low, high].map((one) => formatNumber(Number(one.toFixed(decimals)), locale));
  return from === to ? (from ?? "") : `${from}–${to}`;
}

export function rankText({ rankLow, rankHigh }: Pick<HealthRow, "rankLow" | "rankHigh">): string {
  return rankLow === rankHigh ? String(rankLow ?? "") : `${rankLow}–${rankHigh}`;
}

export type Judged = HealthRow["factors"][number];

/** The goalposts of a factor by the rules of a run, each in the factor's unit: where it is sound, and where weak. [WL1] */
export function goalpostsOf(rules: string, factor: Judged["factor"]) {
  const found = healthRules.find(({ id }) => id === rules)?.factors.find(({ id }) => id === factor);
  if (!found) return null;
  const { low, high, direction = 1 } = found;
  return direction === 1 ? { sound: low, weak: high } : { sound: high, weak: low };
}

const unitOf = new Map(
  healthRules.flatMap(({ factors }) =>
    factors.map((one): [string, FactorRule["unit"]] => [one.id, one.unit]),
  ),
);

/** A figure in the unit of its factor: a percentage, an index or a number of things. */
export function inUnit(factor: Judged["factor"], low: number, high: number, locale: Locale): string {
  const isShare = unitOf.get(factor) === "share";
  const [from, to] = [low, high].map(
    (one) => Math.round(one * (isShare ? 1000 : 100)) / (isShare ? 10 : 100),
  );
  const label = isShare ? "%" : null;
  return from === to
    ? formatQuantity(from as number, label, locale, "exact")
    : formatRange(from as number, to as number, label, locale);
}

/** A share of 0 to 1 as a percentage with one decimal. */
export const shareText = (share: number, locale: Locale) =>
  formatQuantity(Math.round(share * 1000) / 10, "%", locale);

export type EffortPoint = NodeEffort & { readonly node: HealthNode };

/** Effort beside gaps over some nodes, as they stand. [WL4] */
export function toEffort(
  nodes: readonly HealthNode[],
  effort: ChainEffort,
): { readonly points: readonly EffortPoint[]; readonly mismatch: number } {
  const { mismatch, of } = weighNodes(
    Object.fromEntries(nodes.map(({ concept, mid }) => [concept, mid])),
    effort,
  );
  return {
    mismatch,
    points: nodes.flatMap((node) => {
      const found = of[node.concept];
      return found ? [{ ...found, node }] : [];
    }),
  };
}

/** Those at which most effort is missing first, by their shares; of equals as they stand. */
export const byShortfall = (points: readonly EffortPoint[]): readonly EffortPoint[] =>
  points.toSorted((one, other) => other.gap - other.effort - (one.gap - one.effort));
