import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLucene } from "../lucene/run-lucene.ts";
import { depth, type Hit, judgeAnswers, type Measured } from "./measure-engine.ts";
import type { Collection } from "./read-collection.ts";

const patienceMs = 120_000;

/**
 * Lucene's BM25 with its English analyser (k1 1.2, b 0.75) or, where the documents are Chinese, its CJK analyser (0.9, 0.4);
 * null where Debian's jar or Java is missing.
 */
export async function measureLucene(collection: Collection, chinese: boolean): Promise<Measured | null> {
  const scratch = mkdtempSync(join(tmpdir(), "quality-lucene-"));
  try {
    const [documents, queries] = [join(scratch, "documents.tsv"), join(scratch, "queries.tsv")];
    writeFileSync(
      documents,
      toLines(collection.documents.map(({ id, title, text }) => [id, `${title} ${text}`])),
    );
    writeFileSync(queries, toLines(collection.queries.map(({ id, text }) => [id, text])));
    const language = chinese ? "zh" : "en";
    const { lines, complaint } = await runLucene(
      ["answer", language, documents, queries, String(depth)],
      scratch,
      patienceMs,
    );
    if (complaint === null) return judgeAnswers(readAnswers(lines), collection);
    process.stderr.write(`lucene: left out, ${complaint}\n`);
    return null;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function toLines(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([id, text]) => `${id}\t${text.replaceAll(/\s+/g, " ")}\n`).join("");
}

function readAnswers(lines: readonly (readonly string[])[]) {
  const hits = new Map<string, Hit[]>();
  const times: number[] = [];
  let [buildMs, bytes] = [0, 0];
  for (const [name, first = "", second = "", third] of lines) {
    if (name === "buildMs") buildMs = Number(first);
    else if (name === "bytes") bytes = Number(first);
    else if (name === "ms") times.push(Number(first));
    else if (name === "hit")
      hits.set(first, [...(hits.get(first) ?? []), { id: second, score: Number(third) }]);
  }
  return { buildMs, bytes, hits, times };
}
