import type { MatchResult, VerdictValue } from "@lilink/model/matching";
import { toTermClauses } from "../view.ts";

/** `near`: open, but so close to what is asked that the two may talk about it. */
export type VerdictCount = Readonly<Record<VerdictValue | "near", number>>;

const clauseOrder: readonly Clause["verdict"][] = ["fail", "unknown", "near", "pass"];

export type Clause = { readonly key: string; readonly verdict: VerdictValue | "near" };
type Judged = Pick<MatchResult, "verdicts" | "reasons">;

/** Everything that a match is judged by, figures and conditions alike; what fails first, then what is open. */
export function listClauses({ verdicts, reasons }: Judged): readonly Clause[] {
  return [
    ...verdicts.map(({ attribute, verdict }, at) => ({ key: `${attribute}-${at}`, verdict })),
    ...toTermClauses(reasons).map(({ term, verdict, isNear }) => ({
      key: term,
      verdict: isNear ? ("near" as const) : verdict,
    })),
  ].sort((a, b) => clauseOrder.indexOf(a.verdict) - clauseOrder.indexOf(b.verdict));
}

export function countVerdicts(result: Judged): VerdictCount {
  const clauses = listClauses(result);
  const of = (value: Clause["verdict"]) => clauses.filter(({ verdict }) => verdict === value).length;
  return { pass: of("pass"), fail: of("fail"), near: of("near"), unknown: of("unknown") };
}
