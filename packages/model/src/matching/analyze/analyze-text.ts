import type { Quantity } from "@lilink/engine/quantity";
import { markPowers, partCommas, plainNumerals, readDates, type Window } from "@lilink/engine/quantity";
import { type NormalText, normalizeText, type Span, toRawSpan } from "@lilink/engine/text";
import { tokensOf } from "../../text/index.ts";
import { readQuantities } from "../quantity/chain-units.ts";
import { findMentions } from "./find-mentions.ts";
import type { Mention } from "./mention.ts";
import { type ReadReadiness, readReadiness } from "./read-readiness.ts";

/** What a text says, with places in the normal text. */
export type Reading = {
  readonly normal: NormalText;
  readonly mentions: readonly Mention[];
  readonly quantities: readonly Quantity[];
  readonly window: Window | null;
  readonly readiness: readonly ReadReadiness[];
};

const standards = /(?:GB\/?[TZ]?|YS\/T|HG\/T|T\/[A-Z]{2,}|SAE|ISO|IEC|IATF|UN|NI|JB\/T|SJ\/T)\s?-?\d[\d.-]*/g;

/** Reads concepts, quantities, dates and readiness; words are left to analyzeText. `today`: an ISO day, see readDates. */
export function readText(raw: string, today?: string): Reading {
  const normal = normalizeText(raw);
  const plain = plainNumerals(partCommas(normal, markPowers(normal)));
  const mentions = withoutAmounts(findMentions(normal), normal.text, plain);
  const { window, places } = readDates(normal.text, today);
  const readiness = readReadiness(normal.text);
  const codes = [...normal.text.matchAll(standards)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const masked: readonly Span[] = [...mentions, ...places, ...readiness, ...codes];
  return { normal, mentions, quantities: readQuantities(plain, masked), window, readiness };
}

/** 18650 is a form of cell, 18650 kg is an amount. 18650 pcs stay pieces of that form. [MT3] [MT5] */
function withoutAmounts(
  mentions: readonly Mention[],
  text: string,
  plain: Parameters<typeof readQuantities>[0],
): readonly Mention[] {
  const forms = mentions.filter(({ start, end }) => /^\d+$/.test(text.slice(start, end)));
  if (forms.length === 0) return mentions;
  const names = mentions.filter((mention) => !forms.includes(mention));
  const amounts = readQuantities(plain, names).filter(({ unit }) => unit !== null && unit !== "pcs");
  return mentions.filter(
    (mention) =>
      !forms.includes(mention) ||
      !amounts.some(({ start, end }) => start <= mention.start && mention.end <= end),
  );
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
