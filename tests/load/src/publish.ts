import { setTimeout as pause } from "node:timers/promises";
import { type Caller, mutate, query } from "@lilink/test-exchange/call-api";
import { type Figures, summarize } from "./measure.ts";

const POLL_MS = 10;
const PATIENCE_MS = 30_000;
const AT_ONCE = 4;

export type Roles = { readonly buyer: Caller; readonly seller: Caller; readonly officer: Caller };

type MatchList = {
  readonly running: boolean;
  readonly matches: readonly { readonly other: { readonly publicId: string } }[];
  readonly nearMisses: readonly { readonly other: { readonly publicId: string } }[];
};

/** A posting of the author, sent in and waiting for the officer. */
export async function submitOne(author: Caller, kind: "need" | "capability", title: string): Promise<string> {
  const content = {
    concept: "li2co3-batt",
    language: "zh",
    title,
    summary: `${title}: battery-grade lithium carbonate under a yearly contract.`,
    figures: [{ attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true }],
    volume: { amount: "1200", unit: "t/a" },
    maturity: "bulk",
    cooperation: ["supply"],
  };
  const { publicId } = await must(
    mutate<{ publicId: string }>(author, "posting.create", { kind, content, levels: {} }),
  );
  await must(mutate(author, "posting.submit", { publicId, acknowledgeDoubts: true }));
  return publicId;
}

export async function publishOne(officer: Caller, publicId: string): Promise<number> {
  const start = performance.now();
  await must(mutate(officer, "posting.publish", { publicId }));
  return performance.now() - start;
}

/** Until the ranking of one's own posting has run. */
export async function waitUntilMatched(owner: Caller, publicId: string): Promise<void> {
  const end = performance.now() + 300_000;
  while ((await listMatches(owner, publicId, 1)).running) {
    if (performance.now() > end) throw new Error("matching did not run within five minutes");
    await pause(POLL_MS);
  }
}

/** How long the officer's publish takes while a few run at once. */
export async function measurePublish({ seller, officer }: Roles, count: number): Promise<Figures> {
  const waiting: string[] = [];
  for (let at = 0; at < count; at += 1)
    waiting.push(await submitOne(seller, "capability", `Load rate ${at}`));
  const times: number[] = [];
  const start = performance.now();
  const publishNext = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      times.push(await publishOne(officer, next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, publishNext));
  return summarize(times, (performance.now() - start) / 1000);
}

/**
 * From the acknowledgement of each publish to the moment at which the owner of the need reads the match. The reader asks
 * for the pair with this offer alone: how long a page of a hundred others takes is no part of it.
 */
export async function measureMatchLatency(roles: Roles, need: string, samples: number): Promise<Figures> {
  const { buyer, seller, officer } = roles;
  const times: number[] = [];
  for (let at = 0; at < samples; at += 1) {
    const offer = await submitOne(seller, "capability", `Load latency ${at}`);
    await publishOne(officer, offer);
    const acknowledged = performance.now();
    while (!(await isListed(buyer, need, offer))) {
      if (performance.now() > acknowledged + PATIENCE_MS) throw new Error(`no match of ${offer} within 30 s`);
      await pause(POLL_MS);
    }
    times.push(performance.now() - acknowledged);
  }
  return summarize(times, times.reduce((sum, time) => sum + time, 0) / 1000);
}

async function isListed(owner: Caller, need: string, offer: string): Promise<boolean> {
  const { matches, nearMisses } = await listMatches(owner, need, 1, [offer]);
  return [...matches, ...nearMisses].some(({ other }) => other.publicId === offer);
}

function listMatches(
  owner: Caller,
  publicId: string,
  limit: number,
  only?: readonly string[],
): Promise<MatchList> {
  return must(query<MatchList>(owner, "match.list", { publicId, limit, ...(only ? { only } : {}) }));
}

async function must<T>(asked: ReturnType<typeof query<T>>): Promise<T> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`the exchange refused: ${JSON.stringify(answer)}`);
  return answer.data;
}
