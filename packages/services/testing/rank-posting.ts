import { computeMatches } from "../src/exchange/match/compute-matches.ts";
import type { Market } from "../src/exchange/match/market.ts";
import { pairUp } from "../src/exchange/match/pair-up.ts";
import { callJob } from "../src/kernel/call.ts";
import type { TestKernel } from "./kernel.ts";

/** What the worker does about a posting that went live or changed: its ranking, then its pairs on the market. */
export async function rankPosting(
  kernel: Pick<TestKernel, "app" | "worker">,
  market: Market,
  postingId: string,
) {
  const newJob = (name: string) => ({ id: kernel.app.newId(), name });
  const ranked = await callJob(kernel.worker, newJob("posting.match"), computeMatches(market), { postingId });
  await callJob(kernel.worker, newJob("market.pair"), pairUp(market), { postingId });
  return ranked;
}
