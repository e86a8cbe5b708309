import data from "./data/name-words.json" with { type: "json" };
import { initialsOf, type NameParts, type ReadName, readName } from "./read-name.ts";

/** Why two names are taken for different bodies although they look alike. */
export const nameBars = ["place", "number", "kind", "form"] as const;
export type NameBar = (typeof nameBars)[number];
export type NameLikeness = { readonly score: number; readonly bar: NameBar | null };

/**
 * How likely two names mean one body, 0 to 1. A second place or another line of work beside one brand are another firm of the group. [BD1]
 * @example compareNames("宁德时代新能源科技股份有限公司", "寧德時代新能源科技股份有限公司").score // 1
 */
export function compareNames(a: string, b: string, read: ReadName = readName): NameLikeness {
  const [one, other] = [read(a), read(b)];
  if (one.words.join(" ") === other.words.join(" ") && one.form === other.form)
    return { score: 1, bar: null };
  if (isShortOf(one, other) || isShortOf(other, one)) return { score: 0.85, bar: null };
  const brand = likenessOfBrands(one, other);
  const bar = findBar(one, other);
  const kind = likenessOfKinds(one, other);
  const score = brand * (0.5 + 0.5 * kind);
  return bar ? { score: Math.min(score, 0.45), bar } : { score, bar: null };
}

/** A brand that is alike is told by edits; one that sounds alike counts almost the same. */
function likenessOfBrands(one: NameParts, other: NameParts): number {
  if (one.han !== other.han)
    return likenessOf(one.sound, other.sound) >= 0.85 ? likenessOf(one.sound, other.sound) : 0;
  if (one.brand === other.brand) return 1;
  const sorted = [one, other].map(({ words }) => words.toSorted().join("")) as [string, string];
  const spelt = Math.max(likenessOf(one.brand, other.brand), one.han ? 0 : likenessOf(...sorted));
  if (one.sound === other.sound) return Math.max(0.92, spelt);
  // Another character with another sound is another brand: 朔屿 is not 沅屿. Of Latin letters one may be mistyped.
  return spelt >= (one.han ? 0.88 : 0.8) ? spelt : spelt * 0.7;
}

const vague = new Set(data.vague);

function findBar(one: NameParts, other: NameParts): NameBar | null {
  const [a, b] = [one.places, other.places];
  if (a.size > 0 && b.size > 0 && isApart(a, b)) return "place";
  if (one.numbers.join() !== other.numbers.join()) return "number";
  const isWhole = one.whole && other.whole;
  // Two names that are written out in full: one with a place is a body of its own there.
  if (isWhole && Math.min(a.size, b.size) === 0 && a.size !== b.size) {
    const bare = a.size === 0 ? one : other;
    const placed = bare === one ? other : one;
    if (!bare.han || bare.form === null || bare.form !== placed.form || bare.group) return "place";
  }
  if (isWhole && one.form !== other.form && one.group !== other.group) return "form";
  const lacks = (left: NameParts, right: NameParts) =>
    [...left.kinds].some((kind) => !vague.has(kind) && !right.kinds.has(kind));
  if (lacks(one, other) && lacks(other, one)) return "kind";
  return isWhole && likenessOfKinds(one, other) < 0.5 ? "kind" : null;
}

const isApart = (a: ReadonlySet<string>, b: ReadonlySet<string>) => ![...a].some((place) => b.has(place));

/** Kinds that both name against all that are named; what a short name leaves out does not count. */
function likenessOfKinds(one: NameParts, other: NameParts): number {
  const drop = new Set(["group"]);
  const [a, b] = [one, other].map(({ kinds }) => new Set([...kinds].filter((kind) => !drop.has(kind))));
  if (!a || !b || (a.size === 0 && b.size === 0)) return 1;
  const both = [...a].filter((kind) => b.has(kind)).length;
  const isShort = !one.whole || !other.whole;
  const smaller = Math.min(a.size, b.size);
  if (isShort && both === smaller) return smaller === 0 ? 0.75 : 0.95;
  return both / (a.size + b.size - both);
}

/** An abbreviation: initials of a Latin name, or characters of a Chinese one in their order (中科院物理所). */
function isShortOf(short: NameParts, long: NameParts): boolean {
  if (short.han !== long.han) return false;
  if (!short.han) {
    const [word = ""] = short.words;
    const initials = initialsOf(long.words);
    return (
      short.words.length === 1 &&
      word.length >= 3 &&
      long.words.length >= 3 &&
      (initials === word || `${initials}l` === word)
    );
  }
  const [brief = "", full = ""] = [short.words[0], long.words[0]];
  if (brief.length < 3 || brief.length >= full.length || short.form !== null) return false;
  if (/(?:大学|学院|研究所|研究院|中心|分会)$/u.test(brief)) return false;
  let at = -1;
  for (const character of brief) {
    at = full.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return isApart(short.places, long.places) ? short.places.size === 0 : true;
}

/** One less the share of edits. */
export function likenessOf(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  let row = right.map((_, at) => at + 1);
  row.unshift(0);
  for (const [at, character] of left.entries()) {
    const next = [at + 1];
    for (const [place, other] of right.entries())
      next.push(
        Math.min(
          (row[place + 1] ?? 0) + 1,
          (next[place] ?? 0) + 1,
          (row[place] ?? 0) + (character === other ? 0 : 1),
        ),
      );
    row = next;
  }
  const longest = Math.max(left.length, right.length);
  return longest === 0 ? 0 : 1 - (row.at(-1) ?? 0) / longest;
}
