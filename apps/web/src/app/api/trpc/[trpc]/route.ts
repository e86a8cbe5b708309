import { appRouter, measuredRouter, rateHeaders, toPublicError } from "@lilink/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { auth, runtime } from "#lib/runtime.ts";
import { sourceOf } from "#lib/source.ts";
import { isSameOrigin } from "#lib/trpc/is-same-origin.ts";

const maxBytes = 1_000_000;
const retrySeconds = "2";

async function handle(request: Request): Promise<Response> {
  const { api, config } = runtime();
  if (request.method === "POST") {
    if (!isSameOrigin(request.headers, config.publicUrl)) return new Response(null, { status: 403 });
    if (!request.headers.get("content-type")?.startsWith("application/json")) {
      return new Response(null, { status: 415 });
    }
    if (Number(request.headers.get("content-length") ?? maxBytes + 1) > maxBytes) {
      return new Response(null, { status: 413 });
    }
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: config.bare ? measuredRouter : appRouter,
    createContext: async () => api.contextOf(await auth.sessionPrincipal(), sourceOf(request.headers)),
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

export { handle as GET, handle as POST };
