import type { MatchResult } from "../document.ts";
import { countClauses } from "./choose-word.ts";

/**
 * Why a pair is worth a question: a hard requirement that is narrowly missed, a condition that does not agree, or how many hard requirements
 * are not known. `isRestMet`: everything else that is asked for is met.
 */
export type AskCause = {
  readonly code: "missed" | "apart" | "open";
  readonly count: number;
  readonly isRestMet: boolean;
};

/**
 * The true cause of one pair that is called worth asking; never a rule that some other pair of the word stands under. [MT70]
 * @example whyAsk(judgePair(need, offerThatMeetsTheWishesAndSaysNothingOfTheLimit, need)) // { code: "open", count: 1, isRestMet: true }
 */
export function whyAsk(result: MatchResult): AskCause {
  const { verdicts, reasons } = result;
  const hard = (wanted: "fail" | "unknown") =>
    verdicts.filter((one) => one.hard && one.verdict === wanted).length;
  const { broken } = countClauses(result);
  const missed = hard("fail");
  const [code, count]: [AskCause["code"], number] =
    missed > 0 ? ["missed", missed] : broken > 0 ? ["apart", broken] : ["open", hard("unknown")];
  const isOwn = ({ hard: isHard, verdict }: MatchResult["verdicts"][number]) =>
    isHard && (code === "missed" ? verdict === "fail" : code === "open" && verdict === "unknown");
  const others = verdicts.filter((one) => !isOwn(one));
  const unmetTerms = reasons.filter(
    ({ code: name }) =>
      !/^(figure|wish|concept)_/.test(name) && /_(fail|part|unknown|partial|kindred)$/.test(name),
  ).length;
  const isRestMet =
    others.some(({ verdict }) => verdict === "pass") &&
    others.every(({ verdict }) => verdict === "pass") &&
    unmetTerms === (code === "apart" ? broken : 0);
  return { code, count, isRestMet };
}
