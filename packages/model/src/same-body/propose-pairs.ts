import { type BodyLikeness, type BodyText, compareBodies, sameBodyScore } from "./compare-bodies.ts";
import { type ReadName, readNamesOnce } from "./read-name.ts";

export type BodyRecord = BodyText & { readonly id: string };
export type BodyPair = BodyLikeness & { readonly first: string; readonly second: string };

/** A key that more records share tells nothing: it is a word of the trade. */
const mostOfKey = 60;

/**
 * The pairs of records that may be one body, the likest first. Only records that share a code, a part of their brand or of its sound are compared, so
 * that ten thousand records need no fifty million comparisons. `apart` holds pairs that were told apart, as "smaller larger". [BD1] [BD2]
 * @example proposePairs([{ id: "a", nameZh: "赣锋锂业", nameEn: null }, { id: "b", nameZh: "江西赣锋锂业股份有限公司", nameEn: null }])[0]?.second // "b"
 */
export function proposePairs(
  bodies: readonly BodyRecord[],
  apart: ReadonlySet<string> = new Set(),
): readonly BodyPair[] {
  const read = readNamesOnce();
  const byKey = new Map<string, BodyRecord[]>();
  for (const body of bodies)
    for (const key of keysOf(body, read)) byKey.set(key, [...(byKey.get(key) ?? []), body]);
  const seen = new Set<string>();
  const found: BodyPair[] = [];
  for (const [key, group] of byKey) {
    if (group.length > mostOfKey && !key.startsWith("code ")) continue;
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        const [first, second] = one.id < other.id ? [one, other] : [other, one];
        const pair = pairKey(first.id, second.id);
        if (seen.has(pair) || apart.has(pair)) continue;
        seen.add(pair);
        const likeness = compareBodies(first, second, read);
        if (likeness.score >= sameBodyScore) found.push({ first: first.id, second: second.id, ...likeness });
      }
  }
  return found.toSorted(
    (a, b) => b.score - a.score || pairKey(a.first, a.second).localeCompare(pairKey(b.first, b.second)),
  );
}

/** How a pair is written, whichever is named first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Under what a record is looked for: its code, pairs of letters of its brands and of their sound, the initials of its names. */
function keysOf(body: BodyRecord, read: ReadName): ReadonlySet<string> {
  const keys = new Set<string>(body.code ? [`code ${body.code}`] : []);
  for (const name of [body.nameZh, body.nameEn]) {
    if (!name) continue;
    const { brand, sound, words, han } = read(name);
    const pieces = han ? [...[...brand].map((_, at, all) => (all[at] ?? "") + (all[at + 1] ?? ""))] : words;
    for (const piece of pieces) keys.add(`part ${piece}`);
    keys.add(`sound ${sound.slice(0, 4)}`);
    keys.add(`sound ${sound.slice(-4)}`);
    if (!han)
      keys.add(`short ${words.length === 1 ? words[0] : words.map((word) => word.charAt(0)).join("")}`);
    else keys.add(`short ${[...(words[0] ?? "")][0]}${[...(words[0] ?? "")].at(-1)}`);
  }
  return keys;
}
