import { findAccount, signIn } from "@lilink/test-exchange/sign-in";
import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { gather, until } from "../crowd.ts";
import { conclude, type Outcome, type World } from "../world.ts";

const USUAL = 20;
const TIMES = 10;
const BURST_MS = 10_000;
const BACK_MS = 30_000;
/** Whoever signs in waits so long at most; on a machine that is busy anyway, as long as three pages take. */
const FIRST_MS = 10_000;
const pages = ["/postings", "/goals", "/postings?q=碳酸锂", "/organizations"];

/** Ten times as many readers as usual, all at once ([F27]): who signs in or hands in is served, the rest is told to wait. */
export async function burst(exchange: Exchange, world: World): Promise<Outcome> {
  const complaints: string[] = [];
  const cookie = world.cast.authors[0]?.caller.cookie ?? "";
  const read = async (index: number) => {
    const start = performance.now();
    const page = pages[index % pages.length];
    const response = await fetch(exchange.url + page, { headers: { cookie } });
    await response.arrayBuffer();
    const { status } = response;
    return { page, status, retry: response.headers.get("retry-after"), ms: performance.now() - start };
  };
  const usualMs = median(await Promise.all(Array.from({ length: USUAL }, (_, index) => read(index))));
  const counts = { served: 0, refused: 0 };
  let raging = true;
  const readers = Array.from({ length: USUAL * TIMES }, async (_, index) => {
    for (let turn = index; raging; turn += 1) {
      const { page, status, retry } = await read(turn).catch(() => ({ page: "", status: 0, retry: null }));
      if (status === 429 && retry !== null) {
        counts.refused += 1;
        // Impatient, but it lets the others speak.
        await new Promise((resolve) => setTimeout(resolve, 50));
      } else if (status === 200 || status === 307) counts.served += 1;
      else if (status !== 0) complaints.push(`${page} answered ${status} in the burst`);
    }
  });
  const account = findAccount(exchange.dataDir, "buyer@cathode.example");
  const end = performance.now() + BURST_MS;
  const firstMs: number[] = [];
  for (let turn = 0; performance.now() < end; turn += 1) {
    const start = performance.now();
    await signIn(exchange.url, account).catch((error) => complaints.push(`sign-in ${turn}: ${error}`));
    firstMs.push(performance.now() - start);
  }
  const crowd = gather(world, "burst", USUAL);
  complaints.push(...(await crowd.over));
  if (crowd.acknowledged() < USUAL * 3)
    complaints.push("not everything that was handed in was taken in the burst");
  raging = false;
  await Promise.all(readers);
  const backMs = await until(
    "as quick as usual",
    async () =>
      median(await Promise.all(Array.from({ length: USUAL }, (_, index) => read(index)))) < usualMs * 2,
    BACK_MS,
  );
  if (counts.refused === 0) complaints.push("nobody was told to wait");
  const slowest = Math.max(...firstMs);
  if (slowest > Math.max(FIRST_MS, usualMs * 3))
    complaints.push(`a sign-in took ${Math.round(slowest)} ms in the burst`);
  const figures = {
    ...counts,
    ...{
      usualMs: Math.round(usualMs),
      signIns: firstMs.length,
      slowestSignInMs: Math.round(slowest),
      backMs,
    },
  };
  return conclude(world, "burst of ten times", "burst-", crowd.journeys, complaints, figures);
}

function median(readings: readonly { readonly ms: number }[]): number {
  const sorted = readings.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
