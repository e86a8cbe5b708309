import { toErrorResponse } from "../rest/request/to-error-response.ts";

type Asked = Parameters<typeof toErrorResponse>[1];

/** An error as the standard wants it, a problem of RFC 7807, with the code and the faults of the house beside it. */
export async function toEpcisProblem(error: unknown, asked: Asked, headers: Headers): Promise<Response> {
  const told = toErrorResponse(error, asked, headers);
  const { message, ...rest } = (await told.json()) as { readonly message: string };
  const { status } = told;
  const problem = {
    type: `epcisException:${nameOf(status)}`,
    title: message,
    status,
    detail: message,
    ...rest,
  };
  const kept = new Headers(told.headers);
  kept.set("content-type", "application/problem+json");
  return new Response(JSON.stringify(problem), { status, headers: kept });
}

function nameOf(status: number): string {
  if (status === 401 || status === 403) return "SecurityException";
  if (status === 404 || status === 405) return "NoSuchNameException";
  if (status === 413 || status === 429) return "CaptureLimitExceededException";
  return status >= 500 ? "ImplementationException" : "ValidationException";
}
