import { concepts } from "../chain/index.ts";

type Words = {
  readonly han: readonly string[];
  readonly latin: ReadonlySet<string>;
  readonly longest: number;
};
let words: Words | null = null;

/** What the chain calls its concepts, read once somebody asks. */
function readWords(): Words {
  const all = concepts
    .flatMap((one) => [one.zh, one.en, one.formula ?? "", ...one.synonyms, ...one.abbreviations])
    .map((one) => one.normalize("NFKC").toLowerCase());
  const isHan = (one: string) => /\p{Script=Han}/u.test(one);
  const latin = all.filter((one) => one.length > 1 && !isHan(one));
  const pairs = latin.flatMap((one) => {
    const tokens = one.split(" ");
    return tokens.slice(1).map((token, at) => `${tokens[at]} ${token}`);
  });
  return {
    // Its grade is often left out: 氢氧化锂 of 电池级氢氧化锂.
    han: [
      ...new Set(all.filter(isHan).flatMap((one) => (one.length > 3 ? [one.slice(-3), one] : [one]))),
    ].filter((one) => one.length > 1),
    latin: new Set([...latin, ...pairs]),
    longest: Math.max(...latin.map((one) => one.split(" ").length)),
  };
}

/**
 * Whether words name something that the chain knows: goods, a process, a service. [PO11]
 * @example namesGoods("手上现货三元黑粉") // true
 */
export function namesGoods(text: string): boolean {
  words ??= readWords();
  const { han, latin, longest } = words;
  const plain = text.normalize("NFKC").toLowerCase();
  if (han.some((one) => plain.includes(one))) return true;
  const tokens = (plain.match(/[a-z\d][a-z\d()./-]*/g) ?? []).map((one) => one.replace(/[./-]+$/, ""));
  return tokens.some((_, from) =>
    Array.from({ length: longest }, (_, more) => tokens.slice(from, from + more + 1).join(" ")).some(
      (one) => latin.has(one) || latin.has(one.replace(/s$/, "")),
    ),
  );
}
