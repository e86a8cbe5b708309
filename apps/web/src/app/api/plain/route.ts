import { runtime } from "#lib/runtime.ts";

export const dynamic = "force-dynamic";

/** What the framework itself costs to answer a call: fixed words, without a session. Load tests measure against it. */
export function GET(): Response {
  if (!runtime().config.bare) return new Response(null, { status: 404 });
  return Response.json({ status: "plain" }, { headers: { "cache-control": "no-store" } });
}
