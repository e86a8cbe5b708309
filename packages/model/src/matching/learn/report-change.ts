import type { MatchDocument } from "../document.ts";
import { judgePair } from "../score/judge-pair.ts";
import { leastScore, type MatchWeights } from "../score/weights.ts";

export type ChangedPair = {
  readonly need: string;
  readonly capability: string;
  readonly before: number;
  readonly after: number;
};

/** What a new weight set would change on a fixed set of postings. */
export type ChangeReport = {
  readonly from: string;
  readonly to: string;
  readonly pairs: number;
  readonly meanChange: number;
  /** The pairs that move most, most first. */
  readonly largest: readonly ChangedPair[];
  /** Needs whose first match is another one, or whose only match is gone (null). */
  readonly firstPlaces: readonly {
    readonly need: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
};

const shown = 20;

/**
 * Compares two weight sets pair by pair, before the new one is used. Reads documents alone. [MT45]
 * @example reportChange(needs, capabilities, handWeights, learned).firstPlaces.length // 0
 */
export function reportChange(
  needs: readonly MatchDocument[],
  capabilities: readonly MatchDocument[],
  before: MatchWeights,
  after: MatchWeights,
): ChangeReport {
  const changed: ChangedPair[] = [];
  const firstPlaces: ChangeReport["firstPlaces"][number][] = [];
  for (const need of needs) {
    const judged = capabilities.map((capability) => {
      const [old, next] = [before, after].map((weights) =>
        judgePair(need, capability, need, capability, weights),
      );
      return {
        id: capability.id,
        breaks: old?.breaksHard ?? false,
        before: old?.score ?? 0,
        after: next?.score ?? 0,
      };
    });
    for (const pair of judged)
      changed.push({ need: need.id, capability: pair.id, before: pair.before, after: pair.after });
    const first = (key: "before" | "after") =>
      judged
        .filter((pair) => !pair.breaks && pair[key] >= leastScore)
        .sort((a, b) => b[key] - a[key] || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
    const [old, next] = [first("before"), first("after")];
    if (old !== next) firstPlaces.push({ need: need.id, before: old, after: next });
  }
  const moved = (pair: ChangedPair) => Math.abs(pair.after - pair.before);
  const total = changed.reduce((sum, pair) => sum + moved(pair), 0);
  return {
    from: before.version,
    to: after.version,
    pairs: changed.length,
    meanChange: changed.length === 0 ? 0 : total / changed.length,
    largest: [...changed]
      .filter((pair) => moved(pair) > 0)
      .sort((a, b) => moved(b) - moved(a) || (a.need + a.capability < b.need + b.capability ? -1 : 1))
      .slice(0, shown),
    firstPlaces,
  };
}
