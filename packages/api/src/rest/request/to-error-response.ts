import { createTranslator, type Locale } from "@lilink/i18n";
import type { ErrorCode, FieldFault } from "@lilink/model/error";
import { TRPCError } from "@trpc/server";
import { type PublicError, toPublicError } from "../../kernel/public-error.ts";
import { rateHeaders } from "../../kernel/rate-headers.ts";
import { type RestProblem, restProblems } from "./refuse.ts";

export const statusOfCode: Readonly<Record<ErrorCode, number>> = {
  INVALID_INPUT: 422,
  NOT_SIGNED_IN: 401,
  CONFIRM_FIRST: 403,
  FORBIDDEN: 403,
  CONFLICT_OF_INTEREST: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  WRONG_STATE: 409,
  LIMIT_REACHED: 429,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  NO_SPACE: 507,
  UNAVAILABLE: 503,
  FILE_CHANGED: 500,
  INTERNAL: 500,
};

const retrySeconds = "5";

/** The status of an error: of its code, but for what could not be read or has no such method. */
export function statusOf(error: unknown, code: ErrorCode): number {
  if (error instanceof TRPCError && error.code === "PARSE_ERROR") return 400;
  if (error instanceof TRPCError && error.code === "METHOD_NOT_SUPPORTED") return 405;
  return statusOfCode[code];
}

type Asked = {
  readonly locale: Locale;
  readonly requestId: string;
  readonly scope: string | null;
  readonly keyGiven: boolean;
};

/** An error as a program receives it: the code to branch on, and a message in its language that names the mend. */
export function toErrorResponse(error: unknown, asked: Asked, headers: Headers): Response {
  const { code, params, faults } = toPublicError(error);
  const status = statusOf(error, code);
  if (status === 401)
    headers.set(
      "www-authenticate",
      `Bearer realm="LiLink"${asked.keyGiven ? ', error="invalid_token"' : ""}`,
    );
  if (status === 503) headers.set("retry-after", retrySeconds);
  for (const [name, value] of Object.entries(rateHeaders(params))) headers.set(name, value);
  const told = faults.map((fault) => ({ ...fault, message: toMessage(fault, asked.locale) }));
  const message =
    told.length > 0 ? told.map((fault) => fault.message).join(" ") : sayCode(code, params, asked);
  return Response.json(
    { code, message, params, faults: told, requestId: asked.requestId },
    { status, headers },
  );
}

function sayCode(code: ErrorCode, params: PublicError["params"], { locale, scope }: Asked): string {
  const say = createTranslator(locale, "api");
  return say(`error.${code}`, {
    scope: scope ?? "",
    state: String(params.state ?? ""),
    max: String(params.max ?? ""),
  });
}

/** Field, rule and mend in one sentence. */
function toMessage({ field, rule, params }: FieldFault, locale: Locale): string {
  const problem = restProblems.find((one): one is RestProblem => one === params?.problem);
  if (problem) return createTranslator(locale, "api")(`problem.${problem}`, { field });
  return createTranslator(locale, "error")(`rule.${rule}`, { min: "", max: "", ...params, field });
}
