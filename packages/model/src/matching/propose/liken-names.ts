import { type Attribute, labelsOfAttribute } from "../../chain/index.ts";

/** How much of a name the words before a quantity hold: 2 for two Chinese characters or a word, more for more. */
export function likeness(about: string, attribute: Attribute): number {
  const words = about.normalize("NFKC").toLowerCase();
  const shares = labelsOfAttribute(attribute)
    .filter((label) => label !== attribute.unit && label !== attribute.id)
    .map((label) => {
      const name = label.normalize("NFKC").toLowerCase();
      // 钠0.08: an element of one character, alone before its number.
      const isAlone = /^\p{Script=Han}$/u.test(name) && lastHan.exec(words)?.[0] === name;
      return isAlone ? 2 : sharedLength(words, name);
    });
  return Math.max(0, ...shares);
}

const lastHan = /(?<!\p{Script=Han})\p{Script=Han}(?=[\s:：]*$)/u;
// Words of many names tell none of them apart.
const empty = /^(?:of|as|by|to|in|at|and|the|per|for|on|content|rate|time|size)$/;
// 主含量 is a name of its own.
const emptyHan = /(?<!主)含量|质量|合计|杂质|时间/g;

/** The longest run of Chinese characters, or of whole Latin words, that two texts share; a single one counts for nothing. */
function sharedLength(text: string, name: string): number {
  let most = 0;
  for (const run of name.replaceAll(emptyHan, " ").match(/\p{Script=Han}+/gu) ?? [])
    for (let start = 0; start < run.length; start++)
      for (let end = start + most + 1; end <= run.length; end++)
        if (text.includes(run.slice(start, end))) most = end - start;
  const latin = (name.match(/[a-z]{2,}\d*|[a-z]\d{2}/g) ?? []).filter(
    (word) => !empty.test(word) && isWordOf(text, word),
  );
  return Math.max(most >= 2 ? most : 0, latin.length * 2);
}

/** Li and Co of Li2CO3 name no content: an element within a formula stands for the whole of it. D100 is no D10. */
function isWordOf(text: string, word: string): boolean {
  return new RegExp(`(?<![a-z\\d])${word}(?![a-z\\d])`).test(text);
}
