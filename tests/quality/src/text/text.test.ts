import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgeAnswers } from "./measure-engine.ts";
import { readCollection } from "./read-collection.ts";
import { scoreAnswer } from "./score-run.ts";

describe("scores of one answer", () => {
  const grades = new Map([
    ["a", 3],
    ["b", 1],
    ["c", 0],
  ]);

  it("are one for the ideal order", () => {
    expect(scoreAnswer(["a", "b"], grades)).toEqual({ ndcg10: 1, recall100: 1, map: 1, mrr10: 1 });
  });

  it("gain linearly, discount by log2, and count only grades above 0", () => {
    const { ndcg10, recall100, map, mrr10 } = scoreAnswer(["c", "b", "x", "a"], grades);
    const ideal = 3 + 1 / Math.log2(3);
    expect(ndcg10).toBeCloseTo((1 / Math.log2(3) + 3 / Math.log2(5)) / ideal);
    expect([recall100, map, mrr10]).toEqual([1, (1 / 2 + 2 / 4) / 2, 1 / 2]);
  });

  it("see nothing beyond the first ten and the first hundred", () => {
    const far = Array.from({ length: 120 }, (_, at) => `x${at}`);
    expect(scoreAnswer([...far.slice(0, 10), "a", "b"], grades)).toMatchObject({
      ndcg10: 0,
      mrr10: 0,
      recall100: 1,
    });
    expect(scoreAnswer([...far, "a"], grades).recall100).toBe(0);
  });
});

describe("a collection", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "collection-"));
    writeFileSync(join(folder, "docs.jsonl"), '{"id":"a","text":"x"}\n{"_id":2,"title":"t","text":"y"}\n');
    writeFileSync(join(folder, "queries.jsonl"), '{"id":"q","text":"x"}\r\n{"id":"unjudged","text":"y"}\r\n');
    writeFileSync(join(folder, "qrels.tsv"), "query-id\tcorpus-id\tscore\nq\ta\t2\nq 0 2 1\n");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is read with or without titles, with the heading and the four columns that others write", () => {
    const collection = readCollection(folder);
    expect(collection.documents.map(({ id, title }) => [id, title])).toEqual([
      ["a", ""],
      ["2", "t"],
    ]);
    expect(collection.queries.map(({ id }) => id)).toEqual(["q"]);
    expect([...(collection.grades.get("q") ?? [])]).toEqual([
      ["a", 2],
      ["2", 1],
    ]);
  });

  it("is judged with ties in the order of ids", () => {
    const hits = [
      { id: "a", score: 1 },
      { id: "2", score: 1 },
    ];
    const answers = { buildMs: 1, bytes: null, hits: new Map([["q", hits]]), times: [3] };
    expect(judgeAnswers(answers, readCollection(folder))).toMatchObject({
      map: 1,
      p50Ms: 3,
      queries: 1,
      bytes: null,
    });
    expect(judgeAnswers(answers, readCollection(folder)).ndcg10).toBeLessThan(1);
  });
});
