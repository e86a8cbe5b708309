import { findSignature } from "./find-signature.ts";
import { findOwnName } from "./own-name.ts";

export const textDoubts = [
  "phone",
  "email",
  "handle",
  "link",
  "name",
  "figure",
  "person",
  "signature",
  "address",
] as const;
export type TextDoubt = (typeof textDoubts)[number];

/** A place in a free text that tells more than its author may want; `of` names the field that a figure repeats. */
export type DoubtedText = { readonly doubt: TextDoubt; readonly quote: string; readonly of?: string };

/** No field holds so much; a text whose signs unfold to many letters ("㏂") is read no further. */
const longestText = 20_000;

/** A text as it is searched: one width, one form of each letter. */
export function toPlainText(text: string): string {
  return text.slice(0, longestText).normalize("NFKC").slice(0, longestText);
}

const gap = "[\\s.·_-]{0,3}";
const phones = [
  `(?<![\\d.])(?:\\+?86${gap})?1[3-9]\\d${gap}\\d{4}${gap}\\d{4}(?!\\d)`,
  "(?<![\\d.])1[3-9]\\d(?:[.·_-]\\d{3}[.·_-]\\d{5}|[.·_-]\\d{5}[.·_-]\\d{3}|[.·_-]\\d{2}[.·_-]\\d{2}[.·_-]\\d{2}[.·_-]\\d{2})(?!\\d)",
  "(?<![\\d.])0\\d{2,3}(?:\\)\\s?|[\\s.-]{1,2})(?:\\d{7,8}|\\d{3,4}[\\s.-]\\d{4})(?!\\d)",
  "(?<![\\d.])\\+(?=(?:[ .()/-]{0,2}\\d){9,15}(?!\\d))\\d{1,3}(?:[ .()/-]{0,2}\\d{1,4}){2,6}(?!\\d)",
];
const handles = [
  "加?(?:微信|薇信|威信|v信|微(?=号?[\\s:])|薇(?=号?[\\s:])|(?<![a-z\\d])(?:wechat|weixin|wx(?=\\s?[号:])|vx|qq)|(?:加|\\+)\\s?v(?=\\s?:))[号\\s:]{0,6}[a-z0-9][\\w-]{4,19}",
  "(?:微信|vx?)同号|加(?:我|下)?(?:微信|vx)",
];
const addresses = ["(?:https?://|www\\.)[^\\s,;)，。；）]+"];
const patterns: readonly (readonly [TextDoubt, RegExp])[] = [
  ["link", new RegExp(addresses.join("|"), "gi")],
  ["phone", new RegExp(phones.join("|"), "g")],
  ["handle", new RegExp(handles.join("|"), "gi")],
];

/** Addresses are found by their middle, and read back and on from it, so far as one may be long. */
const tails: readonly (readonly [TextDoubt, RegExp, RegExp, number])[] = [
  ["email", /\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, /[\w.+-]/, 64],
  ["link", /\.(?:com|cn|net|org|io)\b[^\s,;)，。；）]*/gi, /[A-Za-z0-9.-]/, 100],
];

/**
 * Contacts, who signed it, and the own names in a free text, quoted as written ([PO11]). Its work grows with the length of the text alone.
 * @param names of the own organization, in any language
 * @example findContacts("call 13800138000", []) // [{ doubt: "phone", quote: "13800138000" }]
 */
export function findContacts(text: string, names: readonly string[]): DoubtedText[] {
  const plain = toPlainText(text);
  const found = new Map<string, TextDoubt>();
  const add = (doubt: TextDoubt, quote: string) => {
    if (found.size < most && ![...found.keys()].some((one) => one.includes(quote))) found.set(quote, doubt);
  };
  const signed = findSignature(plain);
  // What stands in a signature goes with it.
  for (const { doubt, quote } of signed) if (doubt === "signature") add(doubt, quote);
  for (const [doubt, tail, letter, longest] of tails) {
    for (const match of plain.matchAll(tail)) {
      const start = startOf(plain, match.index, letter, longest);
      if (start < match.index) add(doubt, plain.slice(start, match.index + match[0].length));
    }
  }
  for (const [doubt, pattern] of patterns) for (const [quote] of plain.matchAll(pattern)) add(doubt, quote);
  for (const { doubt, quote } of signed) add(doubt, quote);
  const own = findOwnName(plain, names);
  return [
    ...[...found].map(([quote, doubt]) => ({ doubt, quote })),
    ...(own && ![...found].some(([quote, doubt]) => doubt === "signature" && quote.includes(own))
      ? [{ doubt: "name" as const, quote: own }]
      : []),
  ];
}

/** Whoever is told of twenty places of a text knows enough of it. */
const most = 20;

/** Where the word begins that ends at a place; the place itself where there is none. */
function startOf(text: string, end: number, letter: RegExp, longest: number): number {
  let start = end;
  while (start > 0 && end - start < longest && letter.test(text.charAt(start - 1))) start -= 1;
  return start;
}
