import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runtime } from "#lib/runtime.ts";

export const dynamic = "force-dynamic";

/** The public key by which anybody verifies what the audit has signed. */
export async function GET(): Promise<Response> {
  const key = await readFile(join(runtime().config.dataDir, "audit.pub"), "utf8").catch(() => null);
  if (key === null) return new Response(null, { status: 404 });
  return new Response(key, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
