import type { FieldFault } from "../error/index.ts";
import { defaultLevels, type LevelChoice, type PostingContent } from "./field.ts";
import { type DisclosureLevel, narrownessOf } from "./level.ts";
import { isWalled, levelOf, levelOfFigure } from "./part.ts";

export const textDoubts = ["phone", "email", "handle", "link", "name", "figure"] as const;
export type TextDoubt = (typeof textDoubts)[number];

/** A place in a free text that tells more than its author may want; `of` names the field that a figure repeats. */
export type DoubtedText = { readonly doubt: TextDoubt; readonly quote: string; readonly of?: string };
export type DoubtedField = DoubtedText & { readonly field: "title" | "summary" | "description" };

const patterns: readonly (readonly [TextDoubt, RegExp])[] = [
  ["email", /[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+/g],
  [
    "link",
    /(?:https?:\/\/|www\.)[^\s，。；）)]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|io)\b[^\s，。；）)]*/gi,
  ],
  ["phone", /(?<![\d.])(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g],
  ["phone", /(?<![\d.])0\d{2,3}[\s-]\d{7,8}(?!\d)|(?<![\d.])\+\d{1,3}(?:[\s-]?\d{2,4}){3,5}(?!\d)/g],
  ["handle", /(?:微信|薇信|威信|wechat|weixin|vx|qq)[号\s:：]*[a-z0-9][\w-]{4,19}/gi],
];

/**
 * Contacts and the own names in a free text, quoted as written ([PO11]).
 * @param names of the own organization, in any language
 * @example findContacts("call 13800138000", []) // [{ doubt: "phone", quote: "13800138000" }]
 */
export function findContacts(text: string, names: readonly string[]): DoubtedText[] {
  const plain = text.normalize("NFKC");
  const found: DoubtedText[] = [];
  for (const [doubt, pattern] of patterns) {
    for (const [quote] of plain.matchAll(pattern))
      if (!found.some((one) => one.quote.includes(quote))) found.push({ doubt, quote });
  }
  const lower = plain.toLowerCase();
  for (const name of names.flatMap(formsOfName)) {
    const at = lower.indexOf(name.toLowerCase());
    if (at >= 0 && !found.some(({ doubt }) => doubt === "name"))
      found.push({ doubt: "name", quote: plain.slice(at, at + name.length) });
  }
  return found;
}

/** A name in full, and without what only tells its legal form or that it is invented. */
function formsOfName(name: string): string[] {
  const full = name
    .normalize("NFKC")
    .replace(/\s*\((?:虚构|fictional)\)\s*$/, "")
    .trim();
  const short = full
    .replace(/(?:股份|集团|有限|责任)*公司$|,?\s*(?:co\.?,?\s*ltd\.?|inc\.?|ltd\.?)$/i, "")
    .trim();
  return [full, short].filter((form) => form.length >= 3);
}

/** What a posting's texts tell: contacts, and figures that are kept at a stricter level than the text they stand in ([PO11]). */
export function findDoubts(
  content: Partial<PostingContent>,
  levels: LevelChoice,
  names: readonly string[],
): DoubtedField[] {
  const kept = keptFigures(content, levels);
  return (["title", "summary", "description"] as const).flatMap((field) => {
    const text = content[field] ?? "";
    // A name that is open to everyone anyway is no doubt.
    const told = levelOf("identity", levels) === "everyone" ? [] : names;
    const readers = narrownessOf(field === "title" ? "everyone" : levelOf(field, levels));
    const figures = kept
      .filter(({ level }) => narrownessOf(level) > readers)
      .flatMap((one) => findFigure(text, one));
    return [...findContacts(text, told), ...figures].map((one) => ({ field, ...one }));
  });
}

/** The refusal of texts that nobody has said to mean, one fault for each thing that they tell. */
export function toDoubtFaults(doubts: readonly (DoubtedText & { readonly field: string })[]): FieldFault[] {
  return doubts.map(({ field, doubt, quote }) => ({ field, rule: "doubtedText", params: { doubt, quote } }));
}

type KeptFigure = {
  readonly of: string;
  readonly value: string;
  readonly unit: string;
  readonly level: DisclosureLevel;
};

/** The volume, what stands behind the wall, and figures whose author narrowed them; a figure left as figures start is none. */
function keptFigures({ volume, figures }: Partial<PostingContent>, levels: LevelChoice): KeptFigure[] {
  const start = levelOf("figures", levels) === defaultLevels.figures;
  const narrowed = (figures ?? []).filter(
    ({ attribute }) => isWalled(attribute) || levels[`figures.${attribute}`] !== undefined || !start,
  );
  const kept = [
    ...(volume
      ? [{ of: "volume", value: volume.amount, unit: volume.unit, level: levelOf("volume", levels) }]
      : []),
    ...narrowed.map(({ attribute, value, unit }) => ({
      of: `figures.${attribute}`,
      value,
      unit,
      level: levelOfFigure(attribute, levels),
    })),
  ];
  return kept.filter(isWhole);
}

/** A form that is being filled in holds figures without a number or a unit, whatever their type says. */
function isWhole({ value, unit }: Partial<KeptFigure>): boolean {
  return typeof value === "string" && value !== "" && typeof unit === "string" && unit !== "";
}

const multiples: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8, k: 1e3 };
const words: Readonly<Record<string, string>> = {
  t: "吨|ton|mt\\b",
  kg: "公斤|千克",
  days: "天|日|day",
  min: "分",
};

/** The same number before the same unit, in whichever notation: "1.2 万吨" is 12000 t. */
function findFigure(text: string, { of, value, unit }: KeptFigure): DoubtedText[] {
  const plain = text.normalize("NFKC");
  const first =
    unit
      .normalize("NFKC")
      .replace(/^(?:mass|mol|vol)\s/, "")
      .split(/[/\s·]/)[0] ?? "";
  const escaped = first.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (escaped === "" || value === "" || !Number.isFinite(Number(value))) return [];
  const follows = new RegExp(`^(?:${escaped}${words[first] ? `|${words[first]}` : ""})`, "i");
  for (const match of plain.matchAll(/(?<![\d.])-?(\d[\d,]*(?:\.\d+)?)\s*(百万|[千万亿]|k(?![a-z]))?\s*/gi)) {
    const rest = plain.slice(match.index + match[0].length);
    const amount = Number(match[1]?.replaceAll(",", "")) * (multiples[match[2]?.toLowerCase() ?? ""] ?? 1);
    const unitFollows = follows.exec(rest);
    if (unitFollows && Math.abs(amount - Math.abs(Number(value))) <= 1e-9 * amount)
      return [{ doubt: "figure", quote: match[0] + unitFollows[0], of }];
  }
  return [];
}
