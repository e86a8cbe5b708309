import { createMarker, type Mark } from "@lilink/engine/text-search";
import type { PostingPartFields } from "@lilink/model/posting";
import { tokenizer } from "@lilink/model/text";
import { remember } from "../../ground/search/remember.ts";
import { readNames } from "../../ground/search/to-query-groups.ts";
import { readQuery } from "./read-query.ts";

/** The words of a hit that a search asked for: in its title, and in a line of what the reader may read of it. */
export type Marked = {
  readonly title: readonly Mark[];
  readonly line: { readonly text: string; readonly marks: readonly Mark[] } | null;
};

/** The texts of which a line is shown, the first before the others. */
export const toldTexts = ["summary", "description", "comparison", "evidence"] as const;

const read = createMarker({ tokenizer, readNames });
const lengthOfLine = 120;
const before = 30;
/** Of the last queries the words in the last texts. */
const queriesKept = 40;
const textsKept = 120;

/** Marks what a query asks for in a posting as its reader receives it; no other text takes part. [TS7] [SE14] */
export const createHitMarker = remember(queriesKept, (q): ((fields: PostingPartFields) => Marked) => {
  const mark = remember(textsKept, read(readQuery(q).words));
  return (fields) => {
    const lines = toldTexts.flatMap((key) => toLine(fields[key] ?? "", mark) ?? []);
    const [best = null] = lines.sort((a, b) => b.marks.length - a.marks.length);
    return { title: mark(fields.title ?? ""), line: best };
  };
});

/** The part of a text around its first mark; null where nothing is marked. */
function toLine(text: string, mark: (text: string) => readonly Mark[]): Marked["line"] {
  const [first] = mark(text);
  if (!first) return null;
  const start = wordStart(text, Math.max(0, first.start - before));
  const cut = text.slice(start, start + lengthOfLine).replaceAll(/\s/g, " ");
  const shown = `${start > 0 ? "…" : ""}${cut}${start + lengthOfLine < text.length ? "…" : ""}`;
  return { text: shown, marks: mark(shown) };
}

/** The next beginning of a word of Latin script, or the place itself. */
function wordStart(text: string, at: number): number {
  if (at === 0 || !/[a-z]/i.test(text.charAt(at))) return at;
  const next = text.indexOf(" ", at);
  return next < 0 || next - at > before ? at : next + 1;
}
