import { chooseSet } from "@lilink/engine/dated-rules";
import { formatNumber, type Locale } from "@lilink/i18n";
import { judgeRecovery, recoverySets } from "@lilink/model/recovery";
import { factsOf, type JudgedBatch } from "@lilink/model/trace/batch";
import { percent } from "../view.ts";

export type Clause = {
  readonly id: string;
  readonly title: string;
  /** What the batch shows; null where its rows do not say. */
  readonly value: string | null;
  readonly limit: string;
  readonly verdict: "met" | "not_met" | "unknown" | "not_applicable";
};

const signs: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤" };

/** The clauses in force on a day, in their order, each with what the batch shows of it; none before the first set. */
export function clausesOf(judged: JudgedBatch, on: string, locale: Locale): readonly Clause[] {
  const facts = factsOf(judged);
  const rules = chooseSet(recoverySets, on)?.rules ?? [];
  const results = judgeRecovery(facts, on)?.rules ?? [];
  return rules.flatMap((rule, at) => {
    const result = results[at];
    if (!result || !("operator" in rule)) return [];
    const { id, title = id, fact, operator, value } = rule;
    const bound = Number(value);
    // Shares are 0 to 1, what is above is an amount in the unit that the title names.
    const shownBound =
      bound <= 1 ? `${formatNumber(bound * 100, locale)}\u00a0%` : formatNumber(bound, locale);
    return {
      id,
      title: typeof title === "string" ? title : ((locale === "en" ? title.en : title.zh) ?? id),
      value: facts[fact] === undefined ? null : percent(Number(facts[fact])),
      limit: `${signs[operator] ?? operator} ${shownBound}`,
      verdict: result.verdict,
    };
  });
}
