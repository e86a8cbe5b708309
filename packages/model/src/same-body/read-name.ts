import { foldText, pinyinOf, simplifyHan, stemWord } from "@lilink/engine/text";
import data from "./data/name-words.json" with { type: "json" };

/** What a name of a body says: whom it means, what kind of work, where, and whether it is written out as registered. */
export type NameParts = {
  /** What is left when places, kinds and legal forms are gone; in Chinese characters or Latin letters without blanks. */
  readonly brand: string;
  /** The same as it sounds, in pinyin. */
  readonly sound: string;
  readonly kinds: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  /** The numbers that tell plants and branches apart, as digits: 二厂 and Plant 2 both give 2. */
  readonly numbers: readonly string[];
  readonly form: "stock" | "limited" | null;
  /** Written out as registered: with its legal form, or as an institution. */
  readonly whole: boolean;
  readonly group: boolean;
  /** The words of a Latin name; of a Chinese one the whole name without its legal form. */
  readonly words: readonly string[];
  readonly han: boolean;
};

/** A way to take names apart: `readName`, or one that keeps what it has read. */
export type ReadName = (name: string) => NameParts;

/** `readName` that takes each name apart once: whoever compares many records meets every name many times. */
export function readNamesOnce(): ReadName {
  const known = new Map<string, NameParts>();
  return (name) => {
    const parts = known.get(name) ?? readName(name);
    known.set(name, parts);
    return parts;
  };
}

const bracketed = /[(（[]\s*(?:虚构|fictional|拟设)\s*[)）\]]/giu;
const byLength = (a: string, b: string) => b.length - a.length;
const places = data.places.toSorted(byLength);
// The dictionary of sounds takes a tenth of a second to set up: the first name in Latin letters pays for it, and not the start.
let placeSounds: ReadonlySet<string> | undefined;
function isPlaceSound(word: string): boolean {
  placeSounds ??= new Set(places.map((place) => pinyinOf(place).full));
  return placeSounds.has(word);
}
const kinds = data.kinds
  .map(([zh = "", kind = ""]) => [zh, kind] as const)
  .toSorted(([a], [b]) => byLength(a, b));
const kindWords = new Map<string, string>([
  ...kinds.map(([, kind]) => [kind, kind] as const),
  ...Object.entries(data.kindsEn),
]);
const legal = new Set(data.legalEn);
const placeWords = new Map(Object.entries(data.placesEn));
const institutions = new Set(data.institutions);
const isWhole = (form: NameParts["form"], found: ReadonlySet<string>) =>
  form !== null || [...found].some((kind) => institutions.has(kind));
const abbreviations = new Map(Object.entries(data.abbreviations));

/**
 * Takes a name apart: traditional characters, case, width and accents make no difference. Chinese and Latin names give the same kinds and places. [BD1]
 * @example readName("江西赣锋锂业股份有限公司").brand // "赣锋"
 */
export function readName(name: string): NameParts {
  const bare = name.replaceAll(bracketed, "");
  return /\p{Script=Han}/u.test(bare) ? readHan(bare) : readLatin(bare);
}

function readHan(name: string): NameParts {
  const bare = foldText(name);
  let rest = simplifyHan(bare).replaceAll(/[^\p{L}\p{N}]/gu, "");
  for (const [short = "", long = ""] of data.spelledOut) rest = rest.replaceAll(short, long);
  const form = /股份(?:有限)?公司/u.test(rest) ? "stock" : /有限(?:责任)?公司/u.test(rest) ? "limited" : null;
  for (const word of data.legalZh) rest = rest.replaceAll(word, "");
  const whole = rest;
  const foundPlaces = new Set<string>();
  for (const place of places) {
    if (!rest.includes(place)) continue;
    foundPlaces.add(pinyinOf(place).full);
    rest = rest.replace(new RegExp(`${place}(?:自治区|[省市州县区])?`, "u"), "");
  }
  const foundKinds = new Set<string>();
  for (const [word, kind] of kinds) {
    if (!rest.includes(word)) continue;
    foundKinds.add(kind);
    rest = rest.replaceAll(word, "");
  }
  for (const filler of data.fillers) rest = rest.length > filler.length ? rest.replace(filler, "") : rest;
  const brand = rest === "" ? whole : rest;
  return {
    brand,
    sound: pinyinOf(brand).full,
    kinds: foundKinds,
    places: foundPlaces,
    numbers: numbersOf(bare),
    form,
    whole: isWhole(form, foundKinds),
    group: foundKinds.has("group"),
    words: [whole],
    han: true,
  };
}

function readLatin(name: string): NameParts {
  const plain = foldText(name)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("high-tech", "hightech")
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "");
  const form = /\b(?:ltd|limited|inc|corp|corporation|plc|gmbh|ag|sa|se|nv|ab|llc)\b/.test(plain)
    ? "limited"
    : null;
  const all = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap(
    (word) => abbreviations.get(word)?.split(" ") ?? [word],
  );
  const meant = all.filter((word) => !legal.has(word));
  const words = meant.filter((word, at) => at === 0 || word !== initialsOf(meant.slice(0, at)));
  const foundPlaces = new Set<string>();
  const foundKinds = new Set<string>();
  const brand: string[] = [];
  for (const word of words) {
    const place = isPlaceSound(word) ? word : placeWords.get(word);
    const kind = kindWords.get(word) ?? kindWords.get(stemWord(word));
    if (place) foundPlaces.add(place);
    else if (kind) foundKinds.add(kind);
    else brand.push(word);
  }
  const joined = (brand.length > 0 ? brand : words).join("");
  return {
    brand: joined,
    sound: joined,
    kinds: foundKinds,
    places: foundPlaces,
    numbers: numbersOf(plain),
    form,
    whole: isWhole(form, foundKinds),
    group: foundKinds.has("group"),
    words,
    han: false,
  };
}

/** @example initialsOf(["chinese", "academy", "engineering"]) // "cae" */
export const initialsOf = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join("");

const digitOf = new Map([..."零一二三四五六七八九十"].map((character, at) => [character, String(at)]));

function numbersOf(name: string): readonly string[] {
  const found = name.match(
    /(?<![\p{L}\p{N}.])\d+(?![\p{L}\p{N}.]*[a-z])|(?<=\p{Script=Han})\d+|[一二三四五六七八九十](?=[厂矿分号期所])/gu,
  );
  return [...new Set((found ?? []).map((number) => digitOf.get(number) ?? number))].toSorted();
}
