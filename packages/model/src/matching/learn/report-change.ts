import type { MatchDocument } from "../document.ts";
import { judgePair } from "../score/judge-pair.ts";
import { leastScore, type MatchWeights } from "../score/weights.ts";
import { calibrationError, type Foretold } from "./calibration-error.ts";
import { type AnswerCell, leastOrganizations } from "./learn-weights.ts";
import { toVector } from "./weight-vector.ts";

/** A posting and those that are ranked for it, every one as both sides may read it. */
export type Slate = { readonly own: MatchDocument; readonly others: readonly MatchDocument[] };

export type ChangedPair = {
  readonly own: string;
  readonly other: string;
  readonly before: number;
  readonly after: number;
};

export type FirstPlace = {
  readonly own: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What a new weight set would change on a fixed set of postings. */
export type ChangeReport = {
  readonly from: string;
  readonly to: string;
  readonly slates: number;
  readonly pairs: number;
  readonly meanChange: number;
  /** The pairs that move most, most first. */
  readonly largest: readonly ChangedPair[];
  /** The first match of every posting; null where there is none. */
  readonly firsts: readonly FirstPlace[];
  /** Those of them that are another one, or whose only match is gone. */
  readonly firstPlaces: readonly FirstPlace[];
};

/** One figure under the weights in use and under the new ones. */
export type BeforeAfter = { readonly before: number; readonly after: number };

const shown = 20;

/**
 * Compares two weight sets pair by pair, before the new one is used. Reads documents alone. [MT45]
 * @example reportChange([{ own: need, others: capabilities }], handWeights, learned).firstPlaces.length // 0
 */
export function reportChange(
  slates: readonly Slate[],
  before: MatchWeights,
  after: MatchWeights,
): ChangeReport {
  const changed: ChangedPair[] = [];
  const firsts: FirstPlace[] = [];
  for (const { own, others } of slates) {
    const judged = others.map((other) => {
      const [old, next] = [before, after].map((weights) => judgePair(own, other, own, other, weights));
      return {
        id: other.id,
        breaks: old?.breaksHard ?? false,
        before: old?.score ?? 0,
        after: next?.score ?? 0,
      };
    });
    for (const pair of judged)
      changed.push({ own: own.id, other: pair.id, before: pair.before, after: pair.after });
    const first = (key: "before" | "after") =>
      judged
        .filter((pair) => !pair.breaks && pair[key] >= leastScore)
        .sort((a, b) => b[key] - a[key] || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
    firsts.push({ own: own.id, before: first("before"), after: first("after") });
  }
  const moved = (pair: ChangedPair) => Math.abs(pair.after - pair.before);
  const total = changed.reduce((sum, pair) => sum + moved(pair), 0);
  return {
    from: before.version,
    to: after.version,
    slates: slates.length,
    pairs: changed.length,
    meanChange: changed.length === 0 ? 0 : total / changed.length,
    largest: [...changed]
      .filter((pair) => moved(pair) > 0)
      .sort((a, b) => moved(b) - moved(a) || (a.own + a.other < b.own + b.other ? -1 : 1))
      .slice(0, shown),
    firsts,
    firstPlaces: firsts.filter((one) => one.before !== one.after),
  };
}

/**
 * How far the inclinations that two weight sets foretell are from the answers that came; cells of too few organizations are
 * not looked at. [MT45]
 * @example reportCalibration(cells, handWeights, learned) // { before: 0.12, after: 0.05 }
 */
export function reportCalibration(
  cells: readonly AnswerCell[],
  before: MatchWeights,
  after: MatchWeights,
): BeforeAfter {
  const used = cells.filter(({ organizations }) => organizations >= leastOrganizations);
  const errorOf = (weights: MatchWeights) => {
    const vector = toVector(weights);
    return calibrationError(
      used.map(({ features, accepted, declined }): Foretold => {
        const count = accepted + declined;
        const logit = features.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0);
        return {
          probability: 1 / (1 + Math.exp(-logit)),
          share: count === 0 ? 0 : accepted / count,
          count,
        };
      }),
    );
  };
  return { before: errorOf(before), after: errorOf(after) };
}
