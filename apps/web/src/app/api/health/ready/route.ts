import { runtime } from "#lib/runtime.ts";

export const dynamic = "force-dynamic";

const retrySeconds = "2";

/** Whether requests can be served now: the database answers through the pool that they use. */
export async function GET(): Promise<Response> {
  try {
    await runtime().api.kernel.pool.query("select 1");
  } catch {
    const headers = { "cache-control": "no-store", "retry-after": retrySeconds };
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
  return Response.json({ status: "ready" }, { headers: { "cache-control": "no-store" } });
}
