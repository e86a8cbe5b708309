type Rule = readonly [suffix: string, replacement: string];

const plainWord = /^[a-z]{4,40}$/;
const vowel = /[aeiouy]/;
const vowelThenConsonant = /[aeiouy]+[^aeiouy]+/g;

// Words whose stem would be another word's; a name that happens to end like a word stays what it is.
const whole = new Set(["news", "bias", "lens", "series", "species", "basis", "process", "canvas", "atlas"]);

const longSuffixes: readonly Rule[] = [
  ["ational", "ate"],
  ["ization", "ize"],
  ["isation", "ize"],
  ["fulness", "ful"],
  ["ousness", "ous"],
  ["iveness", "ive"],
  ["tional", "tion"],
  ["biliti", "ble"],
  ["iviti", "ive"],
  ["aliti", "al"],
  ["entli", "ent"],
  ["ousli", "ous"],
  ["ation", "ate"],
  ["alism", "al"],
  ["izer", "ize"],
  ["iser", "ize"],
  ["enci", "ence"],
  ["anci", "ance"],
  ["abli", "able"],
  ["alli", "al"],
  ["ator", "ate"],
  ["logi", "log"],
  ["bli", "ble"],
  ["eli", "e"],
];

const middleSuffixes: readonly Rule[] = [
  ["icate", "ic"],
  ["ative", ""],
  ["alize", "al"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
];

const lastSuffixes: readonly Rule[] = (
  "ement ance ence able ible ment ant ent ism ate iti ous ive ize ise al er ic ou".split(" ") as string[]
).map((suffix) => [suffix, ""]);

/** How often a vowel is followed by a consonant: Porter's measure. */
function measureOf(stem: string): number {
  return stem.match(vowelThenConsonant)?.length ?? 0;
}

/** The first suffix that fits is the only one tried; what is left must have the least measure. */
function replaceSuffix(word: string, rules: readonly Rule[], least: number): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (!rule) return word;
  const stem = word.slice(0, -rule[0].length);
  return measureOf(stem) >= least ? stem + rule[1] : word;
}

function cutPlural(word: string): string {
  if (word.endsWith("sses") || word.endsWith("ies")) return word.slice(0, -2);
  return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

function cutParticiple(word: string): string {
  if (word.endsWith("eed")) return measureOf(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ["ed", "ing"].find((ending) => word.endsWith(ending));
  const stem = suffix === undefined ? "" : word.slice(0, -suffix.length);
  if (!vowel.test(stem)) return word;
  if (/(?:at|bl|iz|is)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return measureOf(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

function endsShort(stem: string): boolean {
  return /(?:^|[^aeiou])[aeiouy][^aeiouwxy]$/.test(stem);
}

function cutLast(word: string): string {
  const noun = word.slice(0, -3);
  if (/[st]ion$/.test(word)) return measureOf(noun) > 1 ? noun : word;
  return replaceSuffix(word, lastSuffixes, 2);
}

function tidyEnd(word: string): string {
  const bare = word.slice(0, -1);
  const measure = measureOf(bare);
  if (word.endsWith("e")) return measure > 1 || (measure === 1 && !endsShort(bare)) ? bare : word;
  return word.endsWith("ll") && measure > 1 ? bare : word;
}

/**
 * The stem under which an English word in lower case is filed, after Porter (1980), British and American endings alike.
 * Formulae, codes, numbers and abbreviations without a vowel come back as they are. [TX7]
 * @example stemWord("batteries") // "batteri"; stemWord("lipf6") // "lipf6"; stemWord("bms") // "bms"
 */
export function stemWord(word: string): string {
  if (!plainWord.test(word) || !vowel.test(word) || whole.has(word)) return word;
  const base = cutParticiple(cutPlural(word));
  const ending = vowel.test(base.slice(0, -1)) ? base.replace(/y$/, "i") : base;
  const middle = replaceSuffix(replaceSuffix(ending, longSuffixes, 1), middleSuffixes, 1);
  return tidyEnd(cutLast(middle));
}
