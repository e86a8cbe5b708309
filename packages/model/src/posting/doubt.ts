import type { FieldFault } from "../error/index.ts";
import type { LevelChoice, PostingContent } from "./field.ts";
import { type DoubtedText, findContacts } from "./find-contacts.ts";
import { findKept, listKept } from "./kept-figure.ts";
import { type DisclosureLevel, narrownessOf } from "./level.ts";
import { levelOf, levelOfFigure } from "./part.ts";

export { type DoubtedText, findContacts, type TextDoubt, textDoubts } from "./find-contacts.ts";

/** `field` is one of the texts, or `figures.<attribute>` for the condition of a figure. */
export type DoubtedField = DoubtedText & { readonly field: string };

type FreeText = { readonly field: string; readonly text: string; readonly level: DisclosureLevel };

/** What a posting's texts tell: contacts, and figures that are kept at a stricter level than the text they stand in ([PO11]). */
export function findDoubts(
  content: Partial<PostingContent>,
  levels: LevelChoice,
  names: readonly string[],
): DoubtedField[] {
  const kept = listKept(content, levels);
  // A name that is open to everyone anyway is no doubt.
  const told = levelOf("identity", levels) === "everyone" ? [] : names;
  return listTexts(content, levels).flatMap(({ field, text, level }) => {
    const narrower = kept.filter((one) => narrownessOf(one.level) > narrownessOf(level));
    return [...findContacts(text, told), ...findKept(text, narrower)].map((one) => ({ field, ...one }));
  });
}

/** Every text that a reader may be given, with who reads it; an own one, and what a price or a customer is, tells nobody more. */
function listTexts(content: Partial<PostingContent>, levels: LevelChoice): FreeText[] {
  const texts = (["summary", "description", "comparison", "evidence"] as const).map((field) => ({
    field,
    text: content[field] ?? "",
    level: levelOf(field, levels),
  }));
  const conditions = (content.figures ?? []).map(({ attribute, condition }) => ({
    field: `figures.${attribute}`,
    text: condition ?? "",
    level: levelOfFigure(attribute ?? "", levels),
  }));
  const title = { field: "title", text: content.title ?? "", level: "everyone" as const };
  return [title, ...texts, ...conditions].filter(({ text }) => text !== "");
}

/** The refusal of texts that nobody has said to mean, one fault for each thing that they tell. */
export function toDoubtFaults(doubts: readonly (DoubtedText & { readonly field: string })[]): FieldFault[] {
  return doubts.map(({ field, doubt, quote }) => ({ field, rule: "doubtedText", params: { doubt, quote } }));
}
