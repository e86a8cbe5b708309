import { foldText, queryTokensOf, toTsQueryInput } from "@lilink/model/text";

const words = /\p{Script=Han}+|[^\s\p{Script=Han}]+/gu;
const maxGroups = 8;
const maxTokens = 24;

/**
 * The words of a query, each as input of to_tsquery. A word must stand in one part as a whole, since its character
 * pairs mean nothing apart; different words may stand in different parts ([SE2]). Empty: no text to ask for.
 */
export function toQueryGroups(text: string): string[] {
  const groups = (foldText(text).match(words) ?? [])
    .map((word) => toTsQueryInput(queryTokensOf(word).slice(0, maxTokens)))
    .filter(Boolean);
  return [...new Set(groups)].slice(0, maxGroups);
}
