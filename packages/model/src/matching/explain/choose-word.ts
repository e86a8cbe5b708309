import { type MatchResult, type RelationCode, termCodes } from "../document.ts";
import { suggestedScore } from "../score/weights.ts";
import type { ReasonCode } from "./reason-codes.ts";

/** What a match is called, best first; a page prints the word and its reasons, never the score. [MT70] */
export const matchWords = ["strong", "possible", "ask", "distant"] as const;
export type MatchWord = (typeof matchWords)[number];

/** From here on a pair whose open clauses are left aside speaks for itself. */
const strongScore = 0.5;

/** What is offered is what is wanted, or a kind, a form or a make of it. */
const direct: ReadonlySet<RelationCode> = new Set(["same", "shared", "narrower", "broader", "form"]);
/** It becomes, makes or betters what is wanted, in one step. Of 107 graded pairs of other ties that met every figure none was worth a talk. */
const oneStep: ReadonlySet<RelationCode> = new Set(["input", "process", "improves"]);

/** The clauses of a pair: hard figures and conditions beside them that were asked for. */
export type ClauseCount = { readonly met: number; readonly open: number; readonly broken: number };

/** @example countClauses(result) // { met: 3, open: 1, broken: 0 } */
export function countClauses({ verdicts, reasons }: Pick<MatchResult, "verdicts" | "reasons">): ClauseCount {
  const hard = verdicts.filter((one) => one.hard).map(({ verdict }) => verdict);
  const of = (verdict: "pass" | "unknown" | "fail") => hard.filter((one) => one === verdict).length;
  const broken = reasons.filter(({ code }) => isTermBroken(code)).length;
  return { met: of("pass"), open: of("unknown"), broken: of("fail") + broken };
}

/**
 * The word for a pair, by its clauses first and by its score second: what is open is a reason to ask and takes nothing
 * away, and one that meets every clause is never called less than possible where the chain joins the two. [MT70]
 * @example chooseWord(judgePair(need, offerThatMeetsAll, need)) // "strong"
 */
export function chooseWord(result: MatchResult): MatchWord {
  const { relation, nearMiss, breaksHard } = result;
  if (nearMiss) return "ask";
  if (breaksHard) return "distant";
  const { met, open, broken } = countClauses(result);
  const fit = scoreWithoutOpen(result);
  const isSuggested = fit >= suggestedScore;
  const isJoined = met > 0 && (direct.has(relation.code) || oneStep.has(relation.code));
  if (!isSuggested && !isJoined) return "distant";
  if (broken > 0) return "ask";
  if (open > 0) return open > met || !isSuggested ? "ask" : "possible";
  if (met > 0 && isSuggested && direct.has(relation.code)) return "strong";
  return fit >= strongScore ? "strong" : "possible";
}

/** Why a pair is called distant: a requirement it breaks, where the two stand in the chain, how little can be compared. */
export type DistantCause = "broken" | "apart" | "kind" | "place" | "little";

/**
 * The true causes of the lowest word. Two of one place in the chain are never said to be far apart: their kind differs. [MT70]
 * @example whyDistant(judgePair(need, offerOfTheSameConceptWithoutFigures, need)) // ["little"]
 */
export function whyDistant(result: MatchResult): readonly DistantCause[] {
  if (result.breaksHard) return ["broken"];
  const { code, direction } = result.relation;
  if (code === "none") return ["apart"];
  const isClose = direct.has(code) || oneStep.has(code);
  const tie: readonly DistantCause[] = isClose ? [] : [direction === "level" ? "kind" : "place"];
  return countClauses(result).met === 0 || isClose ? [...tie, "little"] : tie;
}

/** What keeps a pair that misses nothing from being called strong. */
export type PossibleCause = "open" | "step" | "thin";

/**
 * What keeps a pair from the highest word: a requirement that is not known, a step between the two, or that little speaks for them. [MT70]
 * @example whyPossible(judgePair(need, offerThatSaysNothingOfOneLimit, need)) // ["open"]
 */
export function whyPossible(result: MatchResult): readonly PossibleCause[] {
  const causes: readonly PossibleCause[] = [
    ...(countClauses(result).open > 0 ? (["open"] as const) : []),
    ...(direct.has(result.relation.code) ? [] : (["step"] as const)),
  ];
  return causes.length > 0 ? causes : ["thin"];
}

/** The score with what open clauses cost taken out: what is not known speaks neither for nor against. */
function scoreWithoutOpen({ score, reasons }: MatchResult): number {
  const cost = reasons
    .filter(({ code, weight }) => code.endsWith("_unknown") && weight < 0)
    .reduce((sum, { weight }) => sum + weight, 0);
  return 1 / (1 + ((1 - score) / score) * Math.exp(cost));
}

function isTermBroken(code: ReasonCode): boolean {
  return termCodes.some((term) => code.startsWith(`${term}_`) && isBroken(code.slice(term.length + 1)));
}

/** Whether a condition that ends so is missed: a part of a schedule is not the schedule. Marks, counts and the word go by it. [MT70] */
export const isBroken = (end: string | undefined): boolean => end === "fail" || end === "part";
