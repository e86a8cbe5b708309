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
  const mentions = findMentions(normal);
  const { window, places } = readDates(normal.text, today);
  const readiness = readReadiness(normal.text);
  const codes = [...normal.text.matchAll(standards)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const masked: readonly Span[] = [...mentions, ...places, ...readiness, ...codes];
  const quantities = readQuantities(plainNumerals(partCommas(normal, markPowers(normal))), masked);
  return { normal, mentions, quantities, window, readiness };
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
