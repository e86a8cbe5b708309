import type { RelationCode } from "../document.ts";
import { strengthOf } from "../relate/relation-table.ts";

/**
 * Weights in logits. Ties and words speak for a pair, costs against it; none is negative. Costs add up in steps: what is
 * broken costs `open` and `broken` and `short` times its severity, what is open costs `open`. So a verdict that gets
 * worse never costs less. [MT14]
 */
export type MatchWeights = {
  readonly version: string;
  readonly base: number;
  readonly tie: Readonly<Record<RelationCode, number>>;
  /** Shares of what is met or not asked, for the reasons alone: together they are a part of what every pair starts from. */
  readonly credit: { readonly figures: number; readonly cooperation: number; readonly delivery: number };
  readonly hard: { readonly open: number; readonly broken: number; readonly short: number };
  /** A volume of which a part can be covered; never dearer than `hard`. */
  readonly part: { readonly broken: number; readonly short: number };
  readonly wish: { readonly open: number; readonly broken: number; readonly short: number };
  readonly cooperation: { readonly open: number; readonly kindred: number; readonly apart: number };
  readonly delivery: { readonly open: number; readonly apart: number };
  readonly ip: { readonly open: number; readonly weak: number; readonly apart: number };
  readonly transport: { readonly open: number; readonly apart: number };
  /** Certificates that the words of a demand ask for, and provinces that they limit the other side to. */
  readonly certificate: { readonly open: number; readonly apart: number };
  readonly place: { readonly open: number; readonly apart: number };
  readonly sameRegion: number;
  readonly text: number;
  readonly excluded: number;
  /** What stands in for these where the fields of either side were read from its words and nobody confirmed them. [MT61] */
  readonly heard?: HeardWeights;
};

/**
 * `base` with all credits in it; `share`: of what ties and terms count. Of a heard figure: `met` speaks for the pair, as a word does
 * that both say, and `open` against it. A break costs the same however wide the gap, since a wide one mostly tells of a number that
 * was read for another: `aside` where the figure is an amount or is of what the asker brings, else `broken`, each more where both
 * texts name one subject alone, so that the figure can be of nothing else. `answered`: by the logarithm of what the search asks for
 * the demand and the offer holds. [MT101]
 */
export type HeardWeights = {
  readonly base: number;
  readonly share: number;
  readonly text: number;
  readonly answered: number;
  /** What more evidence than a suggestion takes counts of itself. [MT128] */
  readonly beyond: number;
  readonly met: number;
  readonly open: number;
  readonly aside: number;
  readonly broken: number;
  readonly sure: { readonly aside: number; readonly broken: number };
};

/** What two texts share counts by its logarithm, in this unit. */
export const textScale = 4;

/** How much a broken figure of the demand also cools the side that offers. */
export const offerSideShare = 0.6;

/** How much a tie is worth where one side is only heard, the demand asks for work and the offer is goods. [MT61] */
export const goodsForWork = 0.3;

/** Set by hand and ordered by the development half of the golden set; what learning starts from. [MT9] */
export const handWeights: MatchWeights = {
  version: "third-5",
  base: -9.4,
  tie: strengthOf,
  credit: { figures: 1.4, cooperation: 1, delivery: 0.3 },
  hard: { open: 0.8, broken: 0.1, short: 6 },
  part: { broken: 0.1, short: 2 },
  wish: { open: 0.2, broken: 0.3, short: 1.6 },
  cooperation: { open: 0.35, kindred: 1.5, apart: 2.8 },
  delivery: { open: 0.15, apart: 1.5 },
  ip: { open: 0.15, weak: 0.35, apart: 1.5 },
  transport: { open: 0.05, apart: 3 },
  certificate: { open: 0.15, apart: 1.5 },
  place: { open: 0.1, apart: 1.5 },
  sameRegion: 0.3,
  text: 2,
  excluded: 6,
  heard: {
    base: -12.9,
    share: 0.22,
    text: 5.3,
    answered: 2.4,
    beyond: 0.6,
    met: 0.68,
    open: 0.18,
    aside: 0.3,
    broken: 0.75,
    sure: { aside: 1.35, broken: 5 },
  },
};

const known = new WeakMap<MatchWeights, MatchWeights>();

/** The weights of a pair of which a side was only heard; the same where a version has none of its own. [MT61] */
export function heardWeightsOf(weights: MatchWeights): MatchWeights {
  const { heard, credit } = weights;
  if (!heard) return weights;
  const ready = known.get(weights);
  if (ready) return ready;
  const shared = <Group extends Readonly<Record<string, number>>>(group: Group) =>
    Object.fromEntries(Object.entries(group).map(([key, value]) => [key, value * heard.share])) as Group;
  const made: MatchWeights = {
    ...weights,
    base: heard.base - credit.figures - credit.cooperation - credit.delivery,
    tie: shared(weights.tie),
    cooperation: shared(weights.cooperation),
    delivery: shared(weights.delivery),
    ip: shared(weights.ip),
    text: heard.text,
  };
  known.set(weights, made);
  return made;
}

/**
 * What the rules of judgement and the weights set by hand are called; changes with every change of a weight, a tie or a
 * rule. Learned weights hold for the rules that they were learned under, and are stored under a name of their own.
 */
export const modelVersion = handWeights.version;

/** Matches below this score are not shown: they share neither concept nor chain. */
export const leastScore = 0.02;

/**
 * Pairs below this score are ranked and not suggested: of 41 graded pairs between the two not one was worth a talk, and one in
 * five is what a suggestion promises at least. [MK8]
 */
export const suggestedScore = 0.2;
