import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { gather, until, untilReady } from "../crowd.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const CROWD = 60;
const STOP_MS = 15_000;

/** The web and the worker are asked to end while requests, a file and jobs are under way ([F22]). */
export async function askToStop(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const crowd = gather(world, "stop", CROWD);
  await until("acknowledgements", () => crowd.acknowledged() >= CROWD);
  const cookie = world.cast.authors[0]?.caller.cookie ?? "";
  const stream = fetch(`${exchange.url}/api/trpc/live.events`, { headers: { cookie } })
    .then((response) => response.text())
    .catch(() => "");
  const file = await fetch(`${exchange.url}/api/export/own-posting?format=xlsx`, { headers: { cookie } });
  const old = { web: exchange.pidOf("web"), worker: exchange.pidOf("worker") };
  for (const pid of Object.values(old)) if (pid !== undefined) process.kill(pid, "SIGTERM");
  const start = performance.now();
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)));
  // The last record of an archive: it arrived whole.
  if (!file.ok || !Buffer.from(bytes.subarray(-22)).toString("latin1").startsWith("PK\u0005\u0006"))
    complaints.push(`a file that was under way ended early (${file.status}, ${bytes.length} bytes)`);
  complaints.push(...(await crowd.over));
  await stream;
  const gone = async (part: "web" | "worker") =>
    until(`the ${part} ends`, () => exchange.pidOf(part) !== old[part], STOP_MS);
  await gone("web");
  await gone("worker");
  const stopMs = Math.round(performance.now() - start);
  await untilReady(exchange.url);
  return conclude(world, "SIGTERM with work under way", "stop-", crowd.journeys, complaints, { stopMs });
}
