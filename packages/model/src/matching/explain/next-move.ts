import { type MatchResult, type TermCode, termCodes } from "../document.ts";
import type { Side } from "../relate/side-of-pair.ts";

/** What whoever reads a match does next about it: asks about figures, by their attributes, or asks to be introduced. */
export type NextMove =
  | { readonly move: "introduce" }
  | {
      readonly move: "askOpen" | "askMissed";
      readonly attributes: readonly string[];
      readonly terms: readonly TermCode[];
    };

/** The conditions beside the figures that the other side leaves open, in their order. */
export function openTerms({ reasons }: Pick<MatchResult, "reasons">): readonly TermCode[] {
  return termCodes.filter((term) => reasons.some(({ code }) => code === `${term}_unknown`));
}

/**
 * The next step with a pair, the same on every page. Only the side that wants something asks: whether what is missed can be met, or,
 * while a hard figure is open, all that is open at once, conditions as well as figures. [MT70]
 * @example nextMove(judgePair(need, offerThatSaysNothingOfOneLimit, need), "demand") // { move: "askOpen", attributes: ["water"], terms: [] }
 */
export function nextMove(result: MatchResult, own: Side): NextMove {
  const { verdicts, breaksHard } = result;
  const wanted = breaksHard ? "fail" : "unknown";
  const found = verdicts.filter(({ verdict, hard }) => verdict === wanted && (hard || !breaksHard));
  if (own !== "demand" || !found.some(({ hard }) => hard)) return { move: "introduce" };
  const attributes = [...new Set(found.map(({ attribute }) => attribute))];
  return breaksHard
    ? { move: "askMissed", attributes, terms: [] }
    : { move: "askOpen", attributes, terms: openTerms(result) };
}
