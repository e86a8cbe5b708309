import {
  acceptIds,
  type Clause,
  createTextIndex,
  loadTextIndex,
  type TextIndex,
} from "@lilink/engine/text-index";
import { latencies, perSecond, type Row, round, say, time } from "./row.ts";
import { idOf, passes, type Workload } from "./workload.ts";

const engine = "lilink";
const options = { fields: [{ name: "text", boost: 1, b: 0.75 }] };

/** Postings are made in lots of this many, outside the clock. */
const lot = 5000;

/** Build, size, reload, searches and single changes of the text index. */
export function ownRows(workload: Workload): readonly Row[] {
  const { postings, queries, common, pairs } = workload;
  const n = postings.size;
  const { index, buildMs } = build(workload);
  say(`${engine}: ${n} built in ${Math.round(buildMs)} ms`);
  const rows: Row[] = [
    { task: "build", engine, n, ms: Math.round(buildMs), docsPerSecond: perSecond(n, buildMs) },
    ...snapshotRows(workload, index),
  ];
  const accept = acceptIds(
    Array.from({ length: n }, (_, at) => at)
      .filter(passes)
      .map(idOf),
  );
  const clauses = queries.map(toClauses);
  for (const [task, asked, search] of [
    ["search top 10", queries, { k: 10 }],
    ["search top 20", queries, { k: 20 }],
    ["search top 10, 1 % pass", queries, { k: 10, accept }],
    ["search top 10, common words", common, { k: 10 }],
  ] as const) {
    const times = measure(4, asked.map(toClauses), (query) => index.search(query, search));
    const touched = asked.flat().reduce((sum, word) => sum + index.documentFrequency(word), 0);
    rows.push({ task, engine, n, ...latencies(times), postingsTouched: Math.round(touched / asked.length) });
  }
  const whole = pairs.map(toClauses);
  const ms = measure(2, whole, (query) => index.search(query, { k: 20 })).reduce((sum, one) => sum + one, 0);
  rows.push({ task: "all pairs top 20", engine, n, queriesPerSecond: perSecond(whole.length, ms) });
  return [...rows, ...changeRows(workload, index, clauses)];
}

function build({ postings }: Workload): { readonly index: TextIndex; readonly buildMs: number } {
  const index = createTextIndex(options);
  let buildMs = 0;
  for (let from = 0; from < postings.size; from += lot) {
    const tokens = Array.from({ length: Math.min(lot, postings.size - from) }, (_, at) =>
      postings.tokensOf(from + at),
    );
    buildMs += time(() => {
      for (const [at, text] of tokens.entries()) index.put(idOf(from + at), { text });
    });
  }
  buildMs += time(() => index.pack());
  return { index, buildMs };
}

function snapshotRows({ postings, queries, termsPerPosting }: Workload, index: TextIndex): readonly Row[] {
  const n = postings.size;
  let snapshot: Uint8Array = new Uint8Array(0);
  const writeMs = time(() => {
    snapshot = index.toSnapshot();
  });
  const first = toClauses(queries[0] ?? []);
  const reloadMs = [0, 1, 2]
    .map(() => time(() => loadTextIndex(snapshot).search(first, { k: 10 })))
    .sort((a, b) => a - b);
  const bytesPerTermPosting = round(index.bytes / (termsPerPosting * n));
  return [
    { task: "size", engine, n, bytes: index.bytes, bytesPerTermPosting, snapshotBytes: snapshot.length },
    { task: "reload", engine, n, ms: round(reloadMs[1] ?? 0), writeMs: Math.round(writeMs) },
  ];
}

/** A posting is put in, or replaced, and a search answers with it. */
function changeRows(
  { postings }: Workload,
  index: TextIndex,
  clauses: readonly (readonly Clause[])[],
): readonly Row[] {
  const n = postings.size;
  const run = (idAt: (turn: number) => string): number[] =>
    clauses.map((query, turn) => {
      const text = postings.tokensOf((turn * 7919) % n);
      const id = idAt(turn);
      return time(() => {
        index.put(id, { text });
        index.search(query, { k: 10 });
      });
    });
  const row = (task: string, times: readonly number[]) => ({
    ...{ task, engine, n, ...latencies(times), maxMs: round(Math.max(...times)) },
  });
  return [
    row(
      "publish and search",
      run((turn) => `new${turn}`),
    ),
    row(
      "replace and search",
      run((turn) => idOf((turn * 7919) % n)),
    ),
  ];
}

function toClauses(words: readonly string[]): readonly Clause[] {
  return words.map((term) => ({ weight: 1, members: [{ term, weight: 1 }] }));
}

/** The best time of each query over some rounds, in ms: what else the machine does is left out as far as it can be. */
function measure<Query>(
  rounds: number,
  queries: readonly Query[],
  ask: (query: Query) => unknown,
): readonly number[] {
  const best = queries.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < rounds; turn++)
    for (const [at, query] of queries.entries())
      best[at] = Math.min(
        best[at] ?? 0,
        time(() => ask(query)),
      );
  return best;
}
