import { RoleError } from "@lilink/api";
import { log } from "#lib/log.ts";
import { runtime } from "#lib/runtime.ts";

export const dynamic = "force-dynamic";

const retrySeconds = "2";

let told = false;

/** Whether requests can be served now: the database answers to a role that it binds. */
export async function GET(): Promise<Response> {
  try {
    await runtime().api.ping();
  } catch (error) {
    if (error instanceof RoleError && !told) log.error(error.message);
    told ||= error instanceof RoleError;
    const headers = { "cache-control": "no-store", "retry-after": retrySeconds };
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
  return Response.json({ status: "ready" }, { headers: { "cache-control": "no-store" } });
}
