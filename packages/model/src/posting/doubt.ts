import type { FieldFault } from "../error/index.ts";
import type { LevelChoice, PostingContent } from "./field.ts";
import { type DoubtedText, findContacts } from "./find-contacts.ts";
import { findKept, listKept } from "./kept-figure.ts";
import { type DisclosureLevel, mayReadPart, readerRelations } from "./level.ts";
import { isWalled, levelOf, levelOfFigure } from "./part.ts";
import { listToldBudgets } from "./told-budget.ts";
import { findToldCustomer } from "./told-customer.ts";
import { listToldPrices, listToldSums } from "./told-price.ts";
import { listToldVolumes } from "./told-volume.ts";
import type { PostingKind } from "./vocabulary.ts";

export { type DoubtedText, findContacts, type TextDoubt, textDoubts } from "./find-contacts.ts";

/** `field` is one of the texts, or `figures.<attribute>` for the condition of a figure. */
export type DoubtedField = DoubtedText & { readonly field: string };

/** Who reads something: its level, and whether competitors are outside. */
type Audience = { readonly level: DisclosureLevel; readonly walled: boolean };
type FreeText = Audience & { readonly field: string; readonly text: string };

/** What a text tells rivals although no field of the form holds it. */
const unreadFields = ["volume", "customers", "price", "budget"] as const;

/** What the texts of a posting of a kind tell: contacts, and what is kept from somebody who reads the text that it stands in ([PO11]). */
export function findDoubts(
  content: Partial<PostingContent>,
  levels: LevelChoice,
  names: readonly string[],
  kind?: PostingKind,
): DoubtedField[] {
  const kept = listKept(content, levels);
  // A name that is open to everyone anyway is no doubt.
  const told = levelOf("identity", levels) === "everyone" ? [] : names;
  return listTexts(content, levels).flatMap(({ field, text, ...audience }) => {
    const hidden = kept.filter((one) => isKeptFromReader(one, audience));
    const repeated = findKept(text, hidden);
    const unread = unreadFields
      .filter((of) => isKeptFromReader({ level: levelOf(of, levels), walled: true }, audience))
      .filter((of) => of !== "customers" || repeated.every((one) => one.of !== of))
      .flatMap((of) => {
        const known = repeated.map(({ quote }) => quote);
        const quotes = listUnread(of, text, names, known, kind);
        return quotes.map((quote) => ({ doubt: "figure" as const, quote, of }));
      });
    return [...findContacts(text, told), ...repeated, ...unread].map((one) => ({ field, ...one }));
  });
}

/** What a text tells of a matter that it need not hold in any field; what it repeats of a field is told already. */
function listUnread(
  of: (typeof unreadFields)[number],
  text: string,
  names: readonly string[],
  known: readonly string[],
  kind: PostingKind | undefined,
): readonly string[] {
  if (of === "volume") return listToldVolumes(text, known);
  const budgets = of === "price" || of === "budget" ? listToldBudgets(text) : [];
  // What an offer wants in all is what it costs: it has no budget.
  if (of === "price") return [...listToldPrices(text, known), ...(kind === "capability" ? budgets : [])];
  if (of === "budget") {
    if (kind === "capability") return [];
    // What a project tells of money is what it costs.
    return kind === "project" ? [...budgets, ...listToldSums(text, [...known, ...budgets])] : budgets;
  }
  const customer = findToldCustomer(text, names);
  return customer === undefined ? [] : [customer];
}

/** Whether somebody may read the text and not what is kept: a competitor reads the text of members, and not their volume. */
const isKeptFromReader = (kept: Audience, text: Audience): boolean =>
  readerRelations.some(
    (reader) => mayReadPart(reader, text.level, text.walled) && !mayReadPart(reader, kept.level, kept.walled),
  );

/**
 * Whether a text that says what is kept tells none of its readers more than they may read. [PO17]
 * @example tellsNobodyMore({ level: "member", walled: true }, { level: "member", walled: false }) // false
 */
export const tellsNobodyMore = (kept: Audience, text: Audience): boolean => !isKeptFromReader(kept, text);

/** Every text that a reader may be given, with who reads it; an own one, and what a price or a customer is, tells nobody more. */
function listTexts(content: Partial<PostingContent>, levels: LevelChoice): FreeText[] {
  const texts = (["summary", "description", "comparison", "evidence"] as const).map((field) => ({
    field,
    text: content[field] ?? "",
    level: levelOf(field, levels),
    walled: isWalled(field),
  }));
  const conditions = (content.figures ?? []).map(({ attribute, condition }) => ({
    field: `figures.${attribute}`,
    text: condition ?? "",
    level: levelOfFigure(attribute ?? "", levels),
    walled: isWalled(attribute ?? ""),
  }));
  const title = { field: "title", text: content.title ?? "", level: "everyone" as const, walled: false };
  return [title, ...texts, ...conditions].filter(({ text }) => text !== "");
}

/** The refusal of texts that nobody has said to mean, one fault for each thing that they tell. */
export function toDoubtFaults(doubts: readonly (DoubtedText & { readonly field: string })[]): FieldFault[] {
  return doubts.map(({ field, doubt, quote }) => ({ field, rule: "doubtedText", params: { doubt, quote } }));
}
