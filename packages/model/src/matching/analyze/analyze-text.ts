import type { Quantity } from "@lilink/engine/quantity";
import { markPowers, partCommas, plainNumerals, readDates, type Window } from "@lilink/engine/quantity";
import { type NormalText, normalizeText, type Span, toRawSpan } from "@lilink/engine/text";
import { tokensOf } from "../../text/index.ts";
import { readQuantities } from "../quantity/chain-units.ts";
import { findMentions } from "./find-mentions.ts";
import { listLabels } from "./label-table.ts";
import type { Mention } from "./mention.ts";
import { type ReadReadiness, readReadiness } from "./read-readiness.ts";

/** What a text says, with places in the normal text. */
export type Reading = {
  readonly normal: NormalText;
  readonly mentions: readonly Mention[];
  readonly quantities: readonly Quantity[];
  readonly window: Window | null;
  /** Where times stand, those to which no day can be given with them. */
  readonly times: readonly Span[];
  readonly readiness: readonly ReadReadiness[];
};

const standards = /(?:GB\/?[TZ]?|YS\/T|HG\/T|T\/[A-Z]{2,}|SAE|ISO|IEC|IATF|UN|NI|JB\/T|SJ\/T)\s?-?\d[\d.-]*/g;

/** Reads concepts, quantities, dates and readiness; words are left to analyzeText. `today`: an ISO day, see readDates. */
export function readText(raw: string, today?: string): Reading {
  const normal = normalizeText(raw);
  const plain = plainNumerals(partCommas(normal, markPowers(normal)));
  const named = findMentions(normal);
  const forms = findForms(normal.text, plain, named);
  const mentions = named.filter((mention) => !isBare(normal.text, mention) || forms.some(isAt(mention)));
  const { window, places, open } = readDates(normal.text, today);
  const times = [...places, ...open];
  // 今后两年每月200吨: the years are no rate.
  const dated = [...places, ...open.filter(({ end }) => normal.text.startsWith("每", end))];
  const readiness = readReadiness(normal.text);
  const codes = [...normal.text.matchAll(standards)].map(toSpan);
  const masked: readonly Span[] = [...mentions, ...forms, ...dated, ...readiness, ...codes];
  return { normal, mentions, quantities: readQuantities(plain, masked), window, times, readiness };
}

const toSpan = (match: RegExpMatchArray): Span => ({
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});
const isBare = (text: string, { start, end }: Span): boolean => /^\d+$/.test(text.slice(start, end));
const isAt = (a: Span) => (b: Span) => a.start === b.start && a.end === b.end;

let formNames: RegExp | undefined;

/** 18650 is a form of cell, whatever else of the text is composed of it; 18650 kg is an amount, 18650 pcs are cells. [MT3] [MT5] */
function findForms(
  text: string,
  plain: Parameters<typeof readQuantities>[0],
  named: readonly Mention[],
): readonly Span[] {
  formNames ??= new RegExp(
    `(?<![\\d.A-Za-z])(?:${listLabels()
      .flatMap((label) => (/^\d+$/.test(label.text) ? [label.text] : []))
      .join("|")})(?![\\d.]\\d|[\\dA-Za-z])`,
    "g",
  );
  const forms = [...text.matchAll(formNames)].map(toSpan);
  if (forms.length === 0) return forms;
  const others = named.filter((mention) => !isBare(text, mention));
  const amounts = readQuantities(plain, others).filter(
    ({ unit }) => unit !== null && !/^(?:pcs|sets)$/.test(unit),
  );
  return forms.filter((form) => !amounts.some(({ start, end }) => start <= form.start && form.end <= end));
}

export type TextAnalysis = {
  readonly mentions: readonly Mention[];
  readonly quantities: readonly Quantity[];
  /** Index terms: words and pairs of Han, words of Latin script, in order, with repeats. */
  readonly terms: readonly string[];
};

/**
 * Concepts of the chain, quantities and index terms of a text in Chinese, English or both; spans are of the text as
 * given. Never throws: what is not understood is left out. [MT2] [MT3] [MT4] [MT5]
 * @example analyzeText("不含钴的磷酸铁锂，D50 ≤ 1.5 µm").mentions[0]?.concept // "lfp"
 */
export function analyzeText(text: string): TextAnalysis {
  const { normal, mentions, quantities } = readText(text);
  return {
    mentions: mentions.map((mention) => ({ ...mention, ...toRawSpan(normal, mention) })),
    quantities: quantities.map((quantity) => ({
      ...quantity,
      ...toRawSpan(normal, quantity),
      core: toRawSpan(normal, quantity.core),
    })),
    terms: tokensOf(text),
  };
}
