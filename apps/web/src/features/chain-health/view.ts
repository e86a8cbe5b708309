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
  type NodeEffort,
  weighNodes,
} from "@lilink/model/chain-health";
import type { HealthRow } from "./queries.ts";

export type HealthNode = HealthRow & {
  readonly of: Concept;
  /** The middle of the bounds of the plain mean. */
  readonly mid: number;
  /** 1 for the weakest middle rank, 0 for the soundest: what it is coloured by. */
  readonly shade: number;
  /** Whether its ranks are so far apart that a full colour would say more than is known. */
  readonly isOpen: boolean;
};
export type StageHealth = {
  readonly stage: Stage;
  /** Those whose rank is sure first, weakest first; of the others nothing is known. */
  readonly nodes: readonly HealthNode[];
  readonly unknown: number;
  /** Of the nodes whose rank is sure; null where there is none. */
  readonly worst: number | null;
  readonly mean: number | null;
};

/** Ranks that span more than this share of all ranks leave a node's place open. */
const openSpread = 1 / 3;

/** Judged nodes with what the chain says of them, the weakest rank first. */
export function toNodes(rows: readonly HealthRow[]): readonly HealthNode[] {
  const last = Math.max(1, ...rows.map(({ rankMid }) => (rankMid ?? 1) - 1));
  return rows.flatMap((row) => {
    const of = findConcept(row.concept);
    const mid = (row.arithmeticLow + row.arithmeticHigh) / 2;
    const spread = (row.rankHigh ?? last + 1) - (row.rankLow ?? 1);
    const shade = 1 - ((row.rankMid ?? last + 1) - 1) / last;
    return of ? [{ ...row, of, mid, shade, isOpen: spread > last * openSpread }] : [];
  });
}

export type RankedNodes = {
  /** Weakest first. */
  readonly sure: readonly HealthNode[];
  /** By their place in the chain, for they have no rank. */
  readonly open: readonly HealthNode[];
  /** How many of the sure ones are in the weaker and in the sounder half at both ends of their ranks. */
  readonly weak: number;
  readonly sound: number;
};

/** Nodes whose rank is sure apart from those that too little is known of. */
export function toRanked(nodes: readonly HealthNode[]): RankedNodes {
  const sure = nodes.filter(({ isOpen }) => !isOpen);
  const half = nodes.length / 2;
  return {
    sure,
    open: byPlace(nodes.filter(({ isOpen }) => isOpen)),
    weak: sure.filter(({ rankHigh }) => (rankHigh ?? nodes.length) <= half).length,
    sound: sure.filter(({ rankLow }) => (rankLow ?? 1) > half).length,
  };
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

/** The stages of each link with their nodes: the worst and the mean stand side by side, for no node inherits from its stage. */
export function toLinks(
  nodes: readonly HealthNode[],
): readonly { readonly link: LinkId; readonly stages: readonly StageHealth[] }[] {
  const sorted = [...stages].sort((a, b) => a.order - b.order);
  return linkIds.map((link) => ({
    link,
    stages: sorted
      .filter((stage) => stage.link === link)
      .map((stage): StageHealth => {
        const { sure, open } = toRanked(nodes.filter(({ of }) => of.stage === stage.id));
        const own = [...sure, ...open];
        const all = concepts.filter((concept) => concept.stage === stage.id).length;
        return {
          stage,
          nodes: own,
          unknown: all - own.length,
          worst: sure.length > 0 ? Math.max(...sure.map(({ mid }) => mid)) : null,
          mean: sure.length > 0 ? sure.reduce((sum, { mid }) => sum + mid, 0) / sure.length : null,
        };
      }),
  }));
}

/** The weaker, the redder. */
export const shadeOf = (score: number) =>
  `color-mix(in oklab, var(--color-danger) ${Math.round(8 + 92 * score)}%, var(--color-sunken))`;

const hatch = "repeating-linear-gradient(135deg, var(--color-ground) 0 2px, transparent 2px 5px)";

/** A swatch in the colour of the middle rank, hatched where something behind it is old or withheld; a frame without colour where the rank is open. */
export const swatchOf = (score: number, isHatched: boolean, isOpen: boolean) =>
  isOpen
    ? { boxShadow: "inset 0 0 0 1px var(--color-muted)" }
    : { backgroundColor: shadeOf(score), ...(isHatched && { backgroundImage: hatch }) };

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

/** A score with bounds wider than half the scale tells next to nothing. */
export const isTooWide = ({
  geometricLow,
  geometricHigh,
}: Pick<HealthRow, "geometricLow" | "geometricHigh">) => geometricHigh - geometricLow > 0.5;

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
