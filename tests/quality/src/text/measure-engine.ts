import type { Collection, CollectionDocument } from "./read-collection.ts";
import { meanOf, type Scores, scoreAnswer } from "./score-run.ts";

/** What is measured: filled once, then asked. `bytes` is what its postings hold, null where an engine does not say. */
export type Engine = {
  fill(documents: readonly CollectionDocument[]): void;
  ask(query: string, k: number): readonly { readonly id: string; readonly score: number }[];
  bytes(): number | null;
};

export type Measured = Scores & {
  readonly buildMs: number;
  readonly bytes: number | null;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly queries: number;
};

const depth = 100;

/** Builds and asks one engine; ties are put in the order of ids before they are judged. */
export function measureEngine(engine: Engine, { documents, queries, grades }: Collection): Measured {
  const start = performance.now();
  engine.fill(documents);
  const buildMs = performance.now() - start;
  const [first] = queries;
  if (first) engine.ask(first.text, depth);
  const times: number[] = [];
  const scores = queries.map(({ id, text }) => {
    const asked = performance.now();
    const hits = engine.ask(text, depth);
    times.push(performance.now() - asked);
    const ranked = [...hits].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return scoreAnswer(
      ranked.map((hit) => hit.id),
      grades.get(id) ?? new Map(),
    );
  });
  times.sort((a, b) => a - b);
  const timeAt = (share: number) => round(times[Math.floor(times.length * share)] ?? 0, 3);
  const mean = meanOf(scores);
  return {
    ndcg10: round(mean.ndcg10, 4),
    recall100: round(mean.recall100, 4),
    map: round(mean.map, 4),
    mrr10: round(mean.mrr10, 4),
    buildMs: round(buildMs, 1),
    bytes: engine.bytes(),
    p50Ms: timeAt(0.5),
    p95Ms: timeAt(0.95),
    queries: queries.length,
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
