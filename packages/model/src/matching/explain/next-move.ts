import type { MatchResult } from "../document.ts";
import type { Side } from "../relate/side-of-pair.ts";

/** What whoever reads a match does next about it: asks about figures, by their attributes, or asks to be introduced. */
export type NextMove =
  | { readonly move: "introduce" }
  | { readonly move: "askOpen" | "askMissed"; readonly attributes: readonly string[] };

/**
 * The next step with a pair, the same on every page. Only the side that wants something asks: whether what is missed can be met, or,
 * while a hard figure is open, all that is open at once. [MT70]
 * @example nextMove(judgePair(need, offerThatSaysNothingOfOneLimit, need), "demand") // { move: "askOpen", attributes: ["water"] }
 */
export function nextMove({ verdicts, breaksHard }: MatchResult, own: Side): NextMove {
  const wanted = breaksHard ? "fail" : "unknown";
  const found = verdicts.filter(({ verdict, hard }) => verdict === wanted && (hard || !breaksHard));
  if (own !== "demand" || !found.some(({ hard }) => hard)) return { move: "introduce" };
  const attributes = [...new Set(found.map(({ attribute }) => attribute))];
  return { move: breaksHard ? "askMissed" : "askOpen", attributes };
}
