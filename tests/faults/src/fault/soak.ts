import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { mutate, query } from "@lilink/test-exchange/call-api";
import type { Exchange } from "@lilink/test-exchange/start-exchange";
import { contentOf, firstSummary } from "../journey.ts";
import { conclude, type Outcome, type World } from "../world.ts";
import { growthOf, type Sample } from "./growth.ts";

const PER_SECOND = 50;
const SAMPLE_MS = 5_000;

/** Fifty requests a second for a while ([F21]): memory and handles of web and worker do not go on growing, and nobody starts anew. */
export async function soak(exchange: Exchange, world: World, minutes: number): Promise<Outcome> {
  const complaints: string[] = [];
  const samples: Record<"web" | "worker", Sample[]> = { web: [], worker: [] };
  const [author] = world.cast.authors;
  if (!author) throw new Error("nobody reads");
  const { caller } = author;
  const calls: readonly (readonly [name: string, call: () => Promise<{ ok: boolean } | Response>])[] = [
    ["viewer.load", () => query(caller, "viewer.load", {})],
    ["board.load", () => query(world.cast.officer, "board.load", {})],
    ["notice.countUnread", () => query(caller, "notice.countUnread", {})],
    [
      "/postings",
      () => fetch(`${exchange.url}/postings`, { headers: { cookie: caller.cookie } }).then(drain),
    ],
    ["search.postings", () => query(caller, "search.postings", { q: "carbonate" })],
    [
      "posting.create",
      () =>
        mutate(caller, "posting.create", {
          kind: author.kind,
          content: contentOf("soak", firstSummary("soak")),
          levels: {},
        }),
    ],
  ];
  const start = performance.now();
  const end = start + minutes * 60_000;
  let sent = 0;
  const failures = new Map<string, number>();
  let nextSample = start;
  const under = new Set<Promise<unknown>>();
  while (performance.now() < end) {
    const now = performance.now();
    if (now >= nextSample) {
      for (const part of ["web", "worker"] as const) {
        const pid = exchange.pidOf(part);
        if (pid !== undefined)
          samples[part].push({ pid, seconds: (now - start) / 1000, ...readProcess(pid) });
      }
      nextSample += SAMPLE_MS;
    }
    const due = Math.floor(((now - start) / 1000) * PER_SECOND);
    for (; sent < due && under.size < 200; sent += 1) {
      const [name, call] = calls[sent % calls.length] ?? [];
      if (!name || !call) continue;
      const fail = () => void failures.set(name, (failures.get(name) ?? 0) + 1);
      const done = call().then(({ ok }) => ok || fail(), fail);
      under.add(done);
      void done.finally(() => under.delete(done));
    }
    await pause(20);
  }
  await Promise.all(under);
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0);
  for (const [name, count] of failures)
    if (count > sent / calls.length / 100) complaints.push(`${count} requests for ${name} failed`);
  const figures: Record<string, number> = {
    minutes,
    requests: sent,
    perSecond: Math.round(sent / minutes / 60),
    failed,
  };
  if (sent < minutes * 60 * PER_SECOND * 0.95)
    complaints.push(
      `only ${sent} requests were sent: the exchange did not keep up with ${PER_SECOND} a second`,
    );
  for (const [part, all] of Object.entries(samples)) {
    const growth = growthOf(all, (minutes * 60_000) / SAMPLE_MS);
    complaints.push(...growth.complaints.map((complaint) => `${part}: ${complaint}`));
    for (const [name, figure] of Object.entries(growth.figures)) figures[part + name] = figure;
  }
  return conclude(world, "soak", "no posting of a journey", [], complaints, figures);
}

async function drain(response: Response): Promise<Response> {
  await response.arrayBuffer();
  return response;
}

function readProcess(pid: number): Pick<Sample, "megabytes" | "handles"> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return { megabytes: Number(kilobytes) / 1000, handles: readdirSync(`/proc/${pid}/fd`).length };
}
