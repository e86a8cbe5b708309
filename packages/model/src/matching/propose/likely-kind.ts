import type { Span } from "@lilink/engine/text";
import { type PostingKind, postingKinds } from "../../posting/index.ts";
import type { Mention } from "../analyze/mention.ts";
import learnt from "../data/kind-weights.json" with { type: "json" };
import { type KindFeature, kindFeatures } from "./kind-features.ts";
import { type Found, withoutReplies } from "./read-intent.ts";

/** The weights of each feature, one for each kind in the order of `postingKinds`, the bias of each beside them. */
export type KindWeights = {
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
};

// Below this chance the author is asked.
const least = 0.65;

/** The chance of each kind, from 0 to 1, in the order of `postingKinds`; the three sum up to 1. */
export function kindChances(
  features: readonly KindFeature[],
  known: KindWeights = learnt,
): readonly number[] {
  const each = postingKinds.map((_, at) => {
    const sum = features.reduce(
      (total, { name }) => total + (weightsOf(known, name)?.[at] ?? 0),
      known.bias[at] ?? 0,
    );
    return 1 / (1 + Math.exp(-sum));
  });
  const all = each.reduce((total, one) => total + one, 0);
  return each.map((one) => one / all);
}

/**
 * What kind of posting a text is, with the words that tell it most; null where texts labelled by hand leave it in doubt. What answers a demand
 * is none ([MT98]). Fitted by `npm run quality -- kinds`. [MT113]
 * @example likelyKind("求购电池级碳酸锂20吨", mentions)?.value // "need"
 */
export function likelyKind(text: string, mentions: readonly Mention[]): Found<PostingKind> | null {
  const features = kindFeatures(withoutReplies(text), mentions);
  const chances = kindChances(features);
  const best = chances.indexOf(Math.max(...chances));
  const value = postingKinds[best];
  if (value === undefined || (chances[best] ?? 0) < least) return null;
  return { value, ...wordsFor(features, best, text) };
}

/** The words that speak most for a kind and least for the others: of a group of words where one does, else the plainest pair. */
function wordsFor(features: readonly KindFeature[], kind: number, text: string): Span {
  const gains = features.flatMap(({ name, place }) => {
    const weights: readonly number[] | undefined = weightsOf(learnt, name);
    if (!place || !weights) return [];
    const others = weights.filter((_, at) => at !== kind);
    return [{ place, isGroup: name.startsWith("group "), gain: (weights[kind] ?? 0) - Math.max(...others) }];
  });
  const inOrder = gains.filter(({ gain }) => gain > 0).sort((a, b) => b.gain - a.gain);
  const best = inOrder.find(({ isGroup }) => isGroup) ?? inOrder[0];
  return best?.place ?? { start: 0, end: text.length };
}

function weightsOf({ weights }: KindWeights, name: string): readonly number[] | undefined {
  return Object.hasOwn(weights, name) ? weights[name] : undefined;
}
