import { LilinkError } from "@lilink/model/error";
import { callTRPCProcedure, TRPCError } from "@trpc/server";
import { z } from "zod";
import type { Api } from "../../kernel/open-api.ts";
import { toPublicError } from "../../kernel/public-error.ts";
import { restRouter } from "../rest-router.ts";
import { chooseLocale } from "./choose-locale.ts";
import { findOperation, methodsAt } from "./find-operation.ts";
import { acceptsBody, readBody } from "./read-body.ts";
import { readOnce } from "./read-once.ts";
import { readPrincipal } from "./read-principal.ts";
import { readQuery } from "./read-query.ts";
import { toErrorResponse } from "./to-error-response.ts";

const nothing = z.object({});
export const restEndpoint = "/api/v1";

/** The id that the web server gave the request; what a caller writes there never gets this far. */
function readRequestId(headers: Headers): string | undefined {
  const given = headers.get("x-request-id") ?? "";
  return /^[\da-f-]{36}$/.test(given) ? given : undefined;
}

/**
 * Answers one request of the REST face. trpc-to-openapi describes the operations; its own handler is not used, because
 * it turns on coercion in the verbs' shared schemas and its errors are not those of the house.
 */
export async function handleRest(request: Request, api: Api, source?: string): Promise<Response> {
  const requestId = readRequestId(request.headers) ?? api.kernel.newId();
  const locale = chooseLocale(request.headers.get("accept-language"));
  const url = new URL(request.url);
  const path = url.pathname.slice(restEndpoint.length);
  const headers = new Headers({
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
    "content-language": locale,
    vary: "authorization, accept-language",
  });
  let scope: string | null = null;
  try {
    const principal = readPrincipal(request);
    const { operation, params } = findOperation(request.method, path);
    scope = operation.scope;
    if (!operation.open && principal.kind === "anonymous") throw new LilinkError("NOT_SIGNED_IN");
    const query = readQuery(url.searchParams, operation.method === "GET" ? operation.input : nothing);
    const context = api.contextOf(principal, source);
    const body = acceptsBody(operation.method) ? await readBody(request, context) : {};
    const input = { ...query, ...body, ...params };
    const once = operation.kind === "mutation" ? readOnce(request.headers, operation.name, input) : undefined;
    const answer: unknown = await callTRPCProcedure({
      router: restRouter,
      path: operation.name,
      type: operation.kind,
      getRawInput: async () => input,
      ctx: {
        ...context,
        terms: { ...context.terms, once },
        report: (error: unknown, at: string) => context.report(error, `${at} ${requestId}`),
      },
      signal: request.signal,
      batchIndex: 0,
    });
    return Response.json(answer, { status: operation.status, headers });
  } catch (error) {
    if (!(error instanceof TRPCError) && toPublicError(error).code === "INTERNAL")
      api.contextOf({ kind: "anonymous" }).report(error, `rest ${requestId}`);
    if (error instanceof TRPCError && error.code === "METHOD_NOT_SUPPORTED")
      headers.set("allow", methodsAt(path));
    const keyGiven = request.headers.has("authorization");
    return toErrorResponse(error, { locale, requestId, scope, keyGiven }, headers);
  }
}
