/** How a text is made comparable where its script is written in more than one way. */
export type Fold = (text: string) => string;

const asItIs: Fold = (text) => text;

function plain(text: string, fold: Fold): string {
  return fold(text.normalize("NFKC").toLowerCase()).trim();
}

/**
 * How well what is typed finds a choice, from 0 (not at all) to 1: every word of it stands in one of the names, as it is
 * written, never as letters picked out of them. A word of one or two Latin letters must begin a word of the name.
 * @param names the label first, then what else the choice is called
 */
export function matchOption(typed: string, names: readonly string[], fold: Fold = asItIs): number {
  const search = plain(typed, fold);
  const [label = "", ...others] = names.map((name) => plain(name, fold));
  if (search === "" || search === label) return 1;
  if (label.startsWith(search)) return 0.9;
  if (others.includes(search)) return 0.8;
  const all = [label, ...others];
  const words = search.split(/\s+/);
  const share = (word: string) => Math.max(...all.map((name) => scoreOf(word, name)));
  return all.some((name) => scoreOf(search, name) > 0)
    ? 0.1 + 0.6 * share(search)
    : 0.5 * Math.min(...words.map(share));
}

/** 1 at the beginning of a name, less at that of a word in it, least within a word. */
function scoreOf(word: string, name: string): number {
  const at = name.indexOf(word);
  if (at < 0) return 0;
  if (at === 0) return 1;
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (new RegExp(`(?<![a-z0-9])${escaped}`).test(name)) return 0.8;
  return /^[a-z]{1,2}$/.test(word) ? 0 : 0.4;
}

const mostWords = 3;
const mostHan = 8;

/**
 * What to look for first where somebody comes with words of a text: the longest end of them that finds a choice, for what stands
 * nearest to a number names it; else their last words as they are.
 * @param finds whether a search finds any choice
 * @example pickSearch("and the batch size", (typed) => "batch size".includes(typed)) // "batch size"
 */
export function pickSearch(words: string, finds: (typed: string) => boolean): string {
  const parts = words.split(/[\s\p{P}\p{S}]+/u).filter(Boolean);
  const ends = parts.map((_, at) => parts.slice(at).join(" "));
  const last = parts.at(-1) ?? "";
  const within = Array.from({ length: Math.max(0, last.length - 1) }, (_, at) => last.slice(at)).filter(
    (end) => /^\p{Script=Han}{2}/u.test(end),
  );
  const plain = /\p{Script=Han}/u.test(last) ? last.slice(-mostHan) : parts.slice(-mostWords).join(" ");
  return [...ends, ...within].find(finds) ?? plain;
}
