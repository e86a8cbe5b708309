import { analyzeText } from "@lilink/model/matching";

/** The first thing of the chain that a title names: what a reader of the other language is told that a project is about. */
export const titleConcept = (title: string): string | null => analyzeText(title).mentions[0]?.concept ?? null;
