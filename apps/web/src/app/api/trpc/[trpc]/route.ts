import {
  type ApiContext,
  appRouter,
  fetchRequestHandler,
  measuredRouter,
  rateHeaders,
  requireTameJson,
  takeBody,
  toPublicError,
  toTrpcError,
} from "@lilink/api";
import { auth, runtime } from "#lib/runtime.ts";
import { sourceOf } from "#lib/source.ts";
import { isSameOrigin } from "#lib/trpc/is-same-origin.ts";

/** Four times our own largest input: the types that superjson knows beside JSON cost more than their length. */
const maxBytes = 400_000;
const retrySeconds = "2";

async function handle(request: Request): Promise<Response> {
  const { api, config } = runtime();
  if (request.method === "POST") {
    if (!isSameOrigin(request.headers, config.publicUrl)) return new Response(null, { status: 403 });
    if (!request.headers.get("content-type")?.startsWith("application/json")) {
      return new Response(null, { status: 415 });
    }
    if (!request.headers.has("content-length")) return new Response(null, { status: 413 });
  }
  const context = api.contextOf(await auth.sessionPrincipal(), sourceOf(request.headers));
  const { given, refusal } = await takeInput(request, context);
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: given,
    router: config.bare ? measuredRouter : appRouter,
    createContext: async () => {
      if (refusal) throw toTrpcError(refusal);
      return context;
    },
    maxBatchSize: 10,
    responseMeta: ({ errors }) => ({
      headers: {
        "cache-control": "no-store",
        ...rateHeaders(errors.map((error) => toPublicError(error).params).find(({ rate }) => rate) ?? {}),
        ...(errors.some(({ code }) => code === "SERVICE_UNAVAILABLE") ? { "retry-after": retrySeconds } : {}),
      },
    }),
  });
}

/** The request with its input found tame, before anything parses it; else one without input, and why. [RA11] */
async function takeInput(
  request: Request,
  context: ApiContext,
): Promise<{ readonly given: Request; readonly refusal?: unknown }> {
  const { method, headers, url, signal } = request;
  try {
    if (method !== "POST") {
      requireTameJson(Buffer.from(new URL(url).searchParams.get("input") ?? ""));
      return { given: request };
    }
    return {
      given: new Request(url, { method, headers, signal, body: await takeBody(request, context, maxBytes) }),
    };
  } catch (refusal) {
    return { given: new Request(url.split("?")[0] ?? url, { method, headers, signal }), refusal };
  }
}

export { handle as GET, handle as POST };
