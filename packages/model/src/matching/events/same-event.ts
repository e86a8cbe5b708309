import { analyzeText } from "../analyze/analyze-text.ts";
import { rarityOf } from "../analyze/term-rarity.ts";
import words from "../data/event-words.json" with { type: "json" };

/** What a paper tells of an event: its words, and where and when it happened as far as it says. */
export type EventText = {
  readonly text: string;
  /** A day, a month or a year. */
  readonly date?: string | null;
  /** ISO 3166 code. */
  readonly country?: string | null;
};

/** What two texts share, as it is read by a person who decides whether to merge them. */
export type Likeness = {
  /** 0 to 1. */
  readonly score: number;
  readonly names: readonly string[];
  readonly numbers: readonly string[];
  readonly concepts: readonly string[];
  /** Days between both, where both say one. */
  readonly days: number | null;
};

/** From here on two texts are proposed as one event. Fitted on half of the labelled pairs. [WA3] */
export const sameEventScore = 0.4;

type Sign = {
  readonly names: ReadonlySet<string>;
  readonly topics: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly han: ReadonlySet<string>;
  readonly latin: ReadonlySet<string>;
};

/**
 * How much two texts in Chinese, English or both look like two papers on one event: names and numbers first, then what is done, concepts of
 * the chain and words of one language; days and countries that differ count against it. It proposes, and a person decides. [WA3]
 * @example likenessOf({ text: "智利国家铜业与SQM合资" }, { text: "Codelco and SQM seal joint venture" }).score > sameEventScore // true
 */
export function likenessOf(first: EventText, second: EventText): Likeness {
  const [a, b] = [signOf(first.text), signOf(second.text)];
  const weights = { names: 3, numbers: 2.5, topics: 1.2, concepts: 1 } as const;
  let shared = 0;
  let most = 0;
  for (const [kind, weight] of Object.entries(weights) as [keyof typeof weights, number][]) {
    const less = Math.min(a[kind].size, b[kind].size);
    shared += weight * both(a[kind], b[kind]).length;
    most += weight * less;
  }
  const signs = most === 0 ? 0 : shared / most;
  const spoken = Math.max(likeWords(a.han, b.han), likeWords(a.latin, b.latin));
  // Few signs prove little: two texts that share one country and nothing else are not alike.
  const proof = 1 - Math.exp(-shared / 4);
  const base = Math.max(signs * proof, spoken);
  const days = daysBetween(first.date, second.date);
  const near = days === null ? 0.9 : days <= 4 ? 1 : days <= 14 ? 0.9 : days <= 45 ? 0.65 : 0.25;
  const abroad = first.country && second.country && first.country !== second.country ? 0.8 : 1;
  return {
    score: Math.round(base * near * abroad * 1000) / 1000,
    names: both(a.names, b.names),
    numbers: both(a.numbers, b.numbers),
    concepts: both(a.concepts, b.concepts),
    days,
  };
}

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((one) => b.has(one));

/** Shared words of one language, weighed by how much they tell, against the shorter text. */
function likeWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const sum = (list: Iterable<string>) => [...list].reduce((total, term) => total + rarityOf(term), 0);
  const less = Math.min(sum(a), sum(b));
  return a.size < 4 || b.size < 4 || less === 0 ? 0 : sum(both(a, b)) / less;
}

const kept = new Map<string, Sign>();

function signOf(text: string): Sign {
  const known = kept.get(text);
  if (known) return known;
  const plain = text.normalize("NFKC").toLowerCase();
  const { terms: tokens, mentions } = analyzeText(text);
  const sign: Sign = {
    names: find(words.names, plain),
    topics: find(words.topics, plain),
    numbers: numbersOf(plain),
    concepts: new Set(mentions.map(({ concept }) => concept)),
    han: new Set(tokens.filter((token) => /\p{Script=Han}/u.test(token) && token.length > 1)),
    latin: new Set(tokens.filter((token) => /^[a-z]{3,}$/.test(token) && !filler.has(token))),
  };
  if (kept.size > 5000) kept.clear();
  kept.set(text, sign);
  return sign;
}

type Word = { readonly zh: readonly string[]; readonly en: readonly string[] };

function find(list: readonly Word[], plain: string): ReadonlySet<string> {
  const padded = ` ${plain.replaceAll(/[^\p{L}\p{N}'-]+/gu, " ")} `;
  const spaced = padded.replaceAll(/(\p{Script=Han})([a-z0-9])|([a-z0-9])(\p{Script=Han})/gu, "$1$3 $2$4");
  return new Set(
    list.flatMap(({ zh, en }) =>
      zh.some((word) => plain.includes(word)) || en.some((word) => spaced.includes(` ${word} `))
        ? [en[0] ?? zh[0] ?? ""]
        : [],
    ),
  );
}

/** Figures as digits, without the years that every paper names; hundred millions of Chinese and billions of English are one. */
function numbersOf(plain: string): ReadonlySet<string> {
  const found = [...plain.matchAll(/(\d[\d,]*(?:\.\d+)?)\s*(万亿|亿|万|trillion|billion|million|bn|m\b)?/g)];
  return new Set(
    found.flatMap(([, digits = "", scale]) => {
      const value = Number(digits.replaceAll(",", "")) * (scale ? (scales[scale] ?? 1) : 1);
      return !Number.isFinite(value) || value < 2 ? [] : [String(Number(value.toPrecision(6)))];
    }),
  );
}

const scales: Readonly<Record<string, number>> = {
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};
const filler: ReadonlySet<string> = new Set(
  "the and for with from over into its has will that this are was new says after its his her their lithium battery batteries".split(
    " ",
  ),
);

function daysBetween(a: string | null | undefined, b: string | null | undefined): number | null {
  if (a?.length !== 10 || b?.length !== 10) return null;
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
