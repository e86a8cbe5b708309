import { attributes, concepts, specs } from "@lilink/model/chain";
import {
  createIndex,
  type Figure,
  type MatchDocument,
  modelVersion,
  proposeFields,
  rankCandidates,
} from "@lilink/model/matching";
import { createRandom } from "./random.ts";
import { latencies, perSecond, type Row, time } from "./row.ts";

const size = 10_000;
const asked = 200;

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

function figuresFor(concept: string, random: () => number): readonly Figure[] {
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

function generate(index: number, random: () => number): MatchDocument {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const concept = pick(concepts);
  const isChinese = random() < 0.6;
  const kind = pick(["need", "capability", "capability", "project"] as const);
  const figures = figuresFor(concept.id, random);
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

/** The matcher of today on 10,000 generated postings: search, judgement, publication and proposals. */
export function judgeRows(seed: number): readonly Row[] {
  const random = createRandom(seed);
  const documents = Array.from({ length: size }, (_, index) => generate(index, random));
  const documentOf = new Map(documents.map((document) => [document.id, document]));
  const index = createIndex();
  const buildMs = time(() => {
    for (const document of documents) index.put(document);
  });
  const queries = documents.filter((_, at) => at % (size / asked) === 0);
  const names = ["search top 200", "judge 200", "put one posting", "propose fields"] as const;
  const times = names.map((): number[] => []);
  for (const [round, query] of [...queries, ...queries].entries()) {
    let candidates: readonly MatchDocument[] = [];
    const measured = [
      time(() => {
        candidates = index.search(query, { k: 200 }).flatMap(({ id }) => documentOf.get(id) ?? []);
      }),
      time(() => rankCandidates(query, query, candidates, { limit: 20 })),
      time(() => index.put({ ...query })),
      time(() => proposeFields(`${query.title}\n${query.body}`)),
    ];
    if (round >= queries.length) for (const [at, ms] of measured.entries()) times[at]?.push(ms);
  }
  const engine = `lilink matcher ${modelVersion}`;
  return [
    {
      task: "build with analysis",
      engine,
      n: size,
      ms: Math.round(buildMs),
      docsPerSecond: perSecond(size, buildMs),
    },
    ...names.map((task, at) => ({ task, engine, n: size, ...latencies(times[at] ?? []) })),
  ];
}
