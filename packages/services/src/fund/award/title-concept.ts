import { analyzeText } from "@lilink/model/matching";

/** The first thing of the chain that a title names: by it the platform calls a project in the other language. */
export const titleConcept = (title: string): string | null => analyzeText(title).mentions[0]?.concept ?? null;
