import { availableParallelism, cpus } from "node:os";
import { attributes, concepts, specs } from "../src/chain/index.ts";
import {
  createIndex,
  type Figure,
  type MatchDocument,
  modelVersion,
  proposeFields,
  rankCandidates,
} from "../src/matching/index.ts";

/**
 * How long search and judgement take on generated postings; prints one JSON object. Arguments: size, seed.
 * @example npx tsx packages/model/bench/match.ts 10000 7
 */
const size = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 7);

/** Mulberry32: the same postings for the same seed. */
function createRandom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = createRandom(seed);
const pick = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;
const zhExtras = [
  "现有产线已通过客户审核",
  "可先送样验证",
  "长期稳定供货",
  "希望与高校联合攻关",
  "检测报告可提供",
  "支持定制粒度",
];
const enExtras = [
  "samples on request",
  "long-term contract",
  "open to joint development",
  "audited line",
  "third-party report",
];

function figuresFor(concept: string): readonly Figure[] {
  return specs
    .filter((spec) => spec.concept === concept)
    .map((spec) => {
      const attribute = attributes.find(({ id }) => id === spec.attribute);
      const value = (spec.min + random() * (spec.max - spec.min)).toFixed(2);
      const better = attribute?.higherIsBetter;
      const op = better === null ? "about" : better ? ">=" : "<=";
      return { attribute: spec.attribute, op, value, unit: attribute?.unit ?? "1", hard: random() < 0.6 };
    });
}

function generate(index: number): MatchDocument {
  const concept = pick(concepts);
  const isChinese = random() < 0.6;
  const kind = pick(["need", "capability", "capability", "project"] as const);
  const figures = figuresFor(concept.id);
  const body = figures.map(({ attribute, value, unit }) => `${attribute} ${value} ${unit}`);
  const extras = [0, 1, 2, 3].map(() => pick(isChinese ? zhExtras : enExtras));
  return {
    id: `p${index}`,
    kind,
    concepts: [concept.id],
    title: `${isChinese ? concept.zh : concept.en} ${kind === "need" ? "求购" : ""}`,
    body: [...body, ...extras, pick(concept.synonyms.length > 0 ? concept.synonyms : [concept.en])].join(
      isChinese ? "，" : ", ",
    ),
    lang: isChinese ? "zh" : "en",
    figures,
    trl: 1 + Math.floor(random() * 9),
    cooperation: [pick(["supply", "joint_development", "licence"] as const)],
    region: pick(["36", "63", "51", "44"]),
  };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(3));
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const documents = Array.from({ length: size }, (_, index) => generate(index));
const index = createIndex();
const buildMs = time(() => {
  for (const document of documents) index.put(document);
});
const queries = documents.filter((_, at) => at % Math.max(1, Math.floor(size / 200)) === 0);
const search: number[] = [];
const judge: number[] = [];
const both: number[] = [];
const publish: number[] = [];
const propose: number[] = [];
for (const [round, query] of [...queries, ...queries].entries()) {
  let candidates: readonly MatchDocument[] = [];
  const searchMs = time(() => {
    candidates = index.search(query, { k: 200 }).map(({ document }) => document);
  });
  const judgeMs = time(() => {
    rankCandidates(query, query, candidates, { limit: 20 });
  });
  if (round < queries.length) continue;
  search.push(searchMs);
  judge.push(judgeMs);
  both.push(searchMs + judgeMs);
  publish.push(time(() => index.put({ ...query })));
  propose.push(time(() => proposeFields(`${query.title}\n${query.body}`)));
}

const row = (task: string, times: readonly number[]) => ({
  task,
  engine: modelVersion,
  n: size,
  p50Ms: quantile(times, 0.5),
  p95Ms: quantile(times, 0.95),
});
const rows = [
  {
    task: "build",
    engine: modelVersion,
    n: size,
    ms: Math.round(buildMs),
    docsPerSecond: Math.round((size / buildMs) * 1000),
  },
  row("search top 200", search),
  row("judge 200", judge),
  row("search and judge 200", both),
  row("publish one", publish),
  row("propose fields", propose),
];
process.stdout.write(
  `${JSON.stringify({ seed, machine: `${cpus()[0]?.model ?? "?"} x${availableParallelism()}`, rows })}\n`,
);
