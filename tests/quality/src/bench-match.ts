import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { allocationRows } from "./bench/allocation.ts";
import { judgeRows } from "./bench/judge-rows.ts";
import { lanceRows } from "./bench/lance-rows.ts";
import { luceneRows } from "./bench/lucene-rows.ts";
import { miniSearchRows } from "./bench/minisearch-rows.ts";
import { ownRows } from "./bench/own-rows.ts";
import { postgresRows } from "./bench/postgres-rows.ts";
import { type Row, say } from "./bench/row.ts";
import { makeWorkload, type Workload, writeCorpus } from "./bench/workload.ts";
import { findFlag } from "./flag.ts";

/**
 * How fast the engines are beside their peers, on generated postings: progress on stderr, one JSON object as the last line
 * of stdout. `--sizes` and `--peers` take lists, `--peers none` leaves the peers of the text index out, `--text-only`
 * all that is not the text index. Each row is told on stderr as soon as it is known.
 * @example npm run bench:match -- --sizes 10000,100000 --peers lucene,minisearch --seed 7
 */
type Peer = (workload: Workload, corpus: string, scratch: string) => Promise<readonly Row[]> | readonly Row[];

const peers: Readonly<Record<string, Peer>> = {
  lucene: luceneRows,
  lancedb: lanceRows,
  postgresql: postgresRows,
  minisearch: miniSearchRows,
};

const args = process.argv.slice(2);
const seed = Number(findFlag(args, "--seed") ?? 7);
const sizes = (findFlag(args, "--sizes") ?? "10000,100000,1000000").split(",").map(Number);
const wanted = (findFlag(args, "--peers") ?? Object.keys(peers).join(",")).split(",");

async function askPeers(workload: Workload): Promise<void> {
  const chosen = Object.entries(peers).filter(([name]) => wanted.includes(name));
  if (chosen.length === 0) return;
  const scratch = mkdtempSync(join(tmpdir(), "lilink-bench-"));
  try {
    const corpus = join(scratch, "postings.txt");
    await writeCorpus(workload, corpus);
    for (const [, run] of chosen) keep(await run(workload, corpus, scratch));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const rows: Row[] = [];

function keep(found: readonly Row[]): void {
  for (const row of found) say(JSON.stringify(row));
  rows.push(...found);
}

for (const size of sizes) {
  say(`${size} postings, seed ${seed}`);
  const workload = makeWorkload(seed, size);
  keep(ownRows(workload));
  await askPeers(workload);
}
if (!args.includes("--text-only")) {
  say("judging and proposing");
  keep(judgeRows(seed));
  say("allocation");
  keep(await allocationRows(seed));
}
const machine = `${cpus()[0]?.model ?? "?"} x${availableParallelism()}, Node ${process.version}`;
process.stdout.write(`${JSON.stringify({ seed, machine, rows })}\n`);
process.exit(0);
