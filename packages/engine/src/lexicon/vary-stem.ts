/** Endings by which English makes one word class of another, as they look after stemming. */
const swaps: readonly (readonly [string, string])[] = [
  ["d", "s"],
  ["t", "ss"],
  ["rib", "ript"],
  ["eiv", "ept"],
  ["um", "umpt"],
  ["lv", "lut"],
  ["uc", "uct"],
  ["t", "c"],
  ["ain", "ent"],
  ["gn", "gnat"],
  ["if", "ifi"],
  ["", "er"],
  ["", "or"],
  ["", "ist"],
  ["", "at"],
  ["", "it"],
  ["", "th"],
  ["", "ee"],
  ["", "i"],
];

/**
 * Stems that may be of the same family (defend and defens, operat and operator); whoever asks keeps those that occur. [LX3]
 * @example varyStem("defend") // ["defens", "defender", …]
 */
export function varyStem(stem: string): readonly string[] {
  if (!/^[a-z]{4,}$/.test(stem)) return [];
  const found = new Set<string>();
  for (const [a, b] of swaps) {
    if (stem.endsWith(a)) found.add(stem.slice(0, stem.length - a.length) + b);
    if (b !== "" && stem.endsWith(b)) found.add(stem.slice(0, -b.length) + a);
  }
  return [...found].filter((other) => other.length >= 4 && other !== stem);
}
