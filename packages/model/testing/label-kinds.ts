import { readText } from "../src/matching/analyze/analyze-text.ts";
import { type KindFeature, kindFeatures } from "../src/matching/propose/kind-features.ts";
import type { KindWeights } from "../src/matching/propose/likely-kind.ts";
import { withoutReplies } from "../src/matching/propose/read-intent.ts";
import { type PostingKind, postingKinds } from "../src/posting/index.ts";
import { fitLogistic } from "./fit-logistic.ts";
import eleventh from "./golden/hands/eleventh-sentences.json" with { type: "json" };
import engineer from "./golden/hands/engineer.json" with { type: "json" };
import ninth from "./golden/hands/ninth-sentences.json" with { type: "json" };
import professor from "./golden/hands/professor.json" with { type: "json" };
import purchaser from "./golden/hands/purchaser.json" with { type: "json" };
import recycler from "./golden/hands/sealed/recycler.json" with { type: "json" };
import trader from "./golden/hands/sealed/trader.json" with { type: "json" };
import translator from "./golden/hands/sealed/translator.json" with { type: "json" };
import tenth from "./golden/hands/tenth-sentences.json" with { type: "json" };
import kinds from "./golden/kinds.json" with { type: "json" };
import { sentenceSets } from "./golden/sentence-sets.ts";

/** A text whose kind somebody told; null where it cannot be told or is two at once. */
export type LabelledKind = {
  readonly set: string;
  readonly text: string;
  readonly kind: PostingKind | null;
  readonly features: readonly KindFeature[];
};

type Texts = Readonly<Record<string, { readonly sentences: readonly { readonly text: string }[] }>>;
const sets: Texts = { ...sentenceSets, ninth, tenth, eleventh };
const postings = { purchaser, engineer, professor, trader, recycler, translator };
const letters: Readonly<Record<string, PostingKind>> = { n: "need", c: "capability", p: "project" };
// Weights of words that stand in fewer texts would be chance.
const seenOften = 4;

/** The labelled sentences of all sets and the graded postings of the hands, by set; every letter of `golden/kinds.json` is of one sentence. */
export function labelKinds(): readonly LabelledKind[] {
  const sentences = Object.entries(kinds).flatMap(([set, told]) =>
    (sets[set]?.sentences ?? []).map(({ text }, at) => label(set, text, letters[told[at] ?? ""] ?? null)),
  );
  const graded = Object.entries(postings).flatMap(([set, { capabilities, needs }]) => [
    ...capabilities.map(({ title, body }) => label(set, `${title}\n${body}`, "capability")),
    ...needs.map(({ title, body }) => label(set, `${title}\n${body}`, "need")),
  ]);
  return [...sentences, ...graded];
}

function label(set: string, text: string, kind: PostingKind | null): LabelledKind {
  const { normal, mentions } = readText(text);
  return { set, text, kind, features: kindFeatures(withoutReplies(normal.text), mentions) };
}

/** One weight for each kind of every feature. [MT113] */
export function fitKinds(labelled: readonly LabelledKind[]): KindWeights {
  const each = postingKinds.map((wanted) =>
    fitLogistic(
      labelled.map(({ features, kind }) => ({
        features: features.map(({ name }) => name),
        isSo: kind === wanted,
      })),
      seenOften,
    ),
  );
  const names = [...new Set(each.flatMap(({ weights }) => Object.keys(weights)))].sort();
  return {
    bias: each.map(({ bias }) => bias),
    weights: Object.fromEntries(
      names.map((name) => [name, each.map(({ weights }) => weights[name] ?? 0)] as const),
    ),
  };
}
