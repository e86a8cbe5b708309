import { readText } from "../src/matching/analyze/analyze-text.ts";
import { RoleFinder } from "../src/matching/propose/find-role.ts";
import { type RankedConcept, rankConcepts } from "../src/matching/propose/rank-concepts.ts";
import { thingFeatures } from "../src/matching/propose/thing-features.ts";
import type { Example } from "./fit-logistic.ts";
import { sentenceSets } from "./golden/sentence-sets.ts";
import unseen from "./golden/things-when-unseen.json" with { type: "json" };

/** A thing that a label speaks of. `isTaken`: whether it filled a field on the day when the rules had not seen its set, where that is known. */
export type LabelledThing = Example & {
  readonly concept: string;
  readonly text: string;
  readonly ranked: readonly RankedConcept[];
  readonly isTaken?: boolean;
};

type Day = { readonly commit: string; readonly taken: Readonly<Record<string, readonly string[]>> };
const days: Readonly<Record<string, Day>> = unseen;

/** The things of one of the `sentenceSets` that are labelled as meant or as not meant; what a label says nothing of is left out. */
export function labelThings(name: string): readonly LabelledThing[] {
  const day = days[name];
  return (sentenceSets[name]?.sentences ?? []).flatMap(({ id, text, on, concepts, notConcepts }) => {
    const reading = readText(text, on);
    const ranked = rankConcepts(reading, new RoleFinder(reading.normal.text, false, reading.mentions));
    return ranked.flatMap(({ concept }, rank) => {
      const isSo = concepts.includes(concept);
      if (!isSo && !notConcepts.includes(concept)) return [];
      const features = thingFeatures(reading.normal.text, ranked, rank);
      const isTaken = day && (day.taken[id] ?? []).includes(concept);
      const thing = { concept, text: reading.normal.text, ranked, isSo, features };
      return [isTaken === undefined ? thing : { ...thing, isTaken }];
    });
  });
}
