import { dayWorker } from "#lib/day-worker.ts";

export const dynamic = "force-static";

/** The service worker of "my day" at an event: it stands at the root, since its scope cannot be wider than its address. [EV13] */
export function GET(): Response {
  return new Response(dayWorker, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-cache" },
  });
}
