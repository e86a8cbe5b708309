import type { PostingKind } from "../../posting/index.ts";
import { quotedOf, toOwnWords } from "../../posting/index.ts";
import { type ProposedDraft, proposeDraft } from "./ask-figure.ts";

const keepsRest =
  /\b(?:everything|anything|all) else\b[^.;\n]{0,48}\b(?:stays?|remains?|unchanged|as before|the same|holds?)\b|\b(?:the rest|(?:all )?other (?:points|figures|values|parameters|specifications?|specs?|requirements|terms))\b[^.;\n]{0,32}\b(?:stays?|remains?|unchanged|as before|the same|holds?)\b|(?:其[他它余]|别的)[^。；;\n]{0,10}(?:不变|照旧|同前|维持|按[之原]|一样)/i;

/**
 * What a pasted text suggests to a form, a mail with what it answers included. What is quoted is another one's, unless the mail says that the
 * rest stays: then what it does not say anew is taken from there, its thing and its figures, never its amount and its days. [PO34]
 * @example proposeMail("Please make it 250 t. Everything else stays.\n> 400 t of LFP, D50 1-2 µm", today).figures // D50 1-2 µm
 */
export function proposeMail(
  whole: string,
  today?: string,
  kind?: PostingKind,
  concept?: string,
): ProposedDraft {
  const own = toOwnWords(whole);
  const draft = proposeDraft(own, today, kind, concept);
  const quoted = keepsRest.test(own) ? quotedOf(whole) : "";
  if (quoted.trim() === "") return draft;
  const posted = kind ?? draft.kind?.value;
  const named = concept ?? draft.concepts.find(({ aside }) => !aside)?.value;
  const before = proposeDraft(quoted, today, posted, named);
  const subject = named ?? before.concepts.find(({ aside }) => !aside)?.value;
  // What the mail says anew is read once more as what it is said of.
  const now = named === undefined && subject ? proposeDraft(own, today, kind, subject) : draft;
  const said = new Set([
    ...now.figures.map(({ value }) => value.attribute),
    ...now.asked.flatMap(({ answers }) => answers.map(({ attribute }) => attribute)),
  ]);
  return {
    ...now,
    concepts: named === undefined ? [...before.concepts, ...now.concepts] : now.concepts,
    figures: [...now.figures, ...before.figures.filter(({ value }) => !said.has(value.attribute))].sort(
      (a, b) => a.span.start - b.span.start,
    ),
  };
}
