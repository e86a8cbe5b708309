import { type ErrorCode, type FieldRule, LilinkError } from "@lilink/model/error";
import { TRPCError } from "@trpc/server";

/** What can be wrong with a request before a verb sees it; each has a text `api.problem.<problem>` that names the mend. */
export const restProblems = [
  "notBearer",
  "keyInAddress",
  "unknownParameter",
  "repeatedParameter",
  "notJson",
  "notObject",
  "tooDeep",
  "tooMany",
  "badText",
  "repeatedKey",
  "badIdempotencyKey",
  "inFlight",
  "otherPayload",
] as const;
export type RestProblem = (typeof restProblems)[number];

/** An error at one field for a reason that only this face knows. */
export function problemAt(
  field: string,
  problem: RestProblem,
  code: ErrorCode = "INVALID_INPUT",
  rule: FieldRule = "badFormat",
): LilinkError {
  return new LilinkError(code, {}, [{ field, rule, params: { problem } }]);
}

/** A request that cannot even be read: answered with 400 rather than 422. */
export function unreadable(field: string, problem: RestProblem): TRPCError {
  return new TRPCError({ code: "PARSE_ERROR", message: problem, cause: problemAt(field, problem) });
}
