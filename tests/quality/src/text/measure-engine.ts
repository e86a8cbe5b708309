import type { Collection, CollectionDocument } from "./read-collection.ts";
import { meanOf, type Scores, scoreAnswer } from "./score-run.ts";

export type Hit = { readonly id: string; readonly score: number };

/** What is measured: filled once, then asked. `bytes` is what its postings hold, null where an engine does not say. */
export type Engine = {
  fill(documents: readonly CollectionDocument[]): void;
  ask(query: string, k: number): readonly Hit[];
  bytes(): number | null;
};

export type Measured = Scores & {
  readonly buildMs: number;
  readonly bytes: number | null;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly queries: number;
};

/** The answers of an engine by query, with the time that each took. */
export type Answers = {
  readonly buildMs: number;
  readonly bytes: number | null;
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
  readonly times: readonly number[];
};

export const depth = 100;

/** Builds an engine and asks it everything, one question unmeasured before. */
export function measureEngine(engine: Engine, collection: Collection): Measured {
  const start = performance.now();
  engine.fill(collection.documents);
  const buildMs = performance.now() - start;
  const [first] = collection.queries;
  if (first) engine.ask(first.text, depth);
  const times: number[] = [];
  const hits = new Map<string, readonly Hit[]>();
  for (const { id, text } of collection.queries) {
    const asked = performance.now();
    hits.set(id, engine.ask(text, depth));
    times.push(performance.now() - asked);
  }
  return judgeAnswers({ buildMs, bytes: engine.bytes(), hits, times }, collection);
}

/** Judges answers; ties are put in the order of ids first. */
export function judgeAnswers(answers: Answers, { queries, grades }: Collection): Measured {
  const scores = queries.map(({ id }) => {
    const ranked = [...(answers.hits.get(id) ?? [])].sort(
      (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1),
    );
    return scoreAnswer(
      ranked.map((hit) => hit.id),
      grades.get(id) ?? new Map(),
    );
  });
  const times = [...answers.times].sort((a, b) => a - b);
  const timeAt = (share: number) => round(times[Math.floor(times.length * share)] ?? 0, 3);
  const mean = meanOf(scores);
  return {
    ndcg10: round(mean.ndcg10, 4),
    recall100: round(mean.recall100, 4),
    map: round(mean.map, 4),
    mrr10: round(mean.mrr10, 4),
    buildMs: round(answers.buildMs, 1),
    bytes: answers.bytes,
    p50Ms: timeAt(0.5),
    p95Ms: timeAt(0.95),
    queries: queries.length,
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
