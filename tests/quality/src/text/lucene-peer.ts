import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { depth, type Hit, judgeAnswers, type Measured } from "./measure-engine.ts";
import type { Collection } from "./read-collection.ts";

const jar = "/usr/share/java/lucene9.jar";

/** Debian's jar lacks the lists by which Lucene finds its own formats; these stand beside it. */
const services = {
  "codecs.Codec": "codecs.lucene99.Lucene99Codec",
  "codecs.PostingsFormat": "codecs.lucene99.Lucene99PostingsFormat",
  "codecs.DocValuesFormat": "codecs.lucene90.Lucene90DocValuesFormat",
  "codecs.KnnVectorsFormat": "codecs.lucene99.Lucene99HnswVectorsFormat",
};

/**
 * Lucene's BM25 with its English analyser (k1 1.2, b 0.75) or, where the documents are Chinese, its CJK analyser (0.9, 0.4);
 * null where Debian's jar or Java is missing.
 */
export function measureLucene(collection: Collection, chinese: boolean): Measured | null {
  if (!existsSync(jar)) return null;
  const scratch = mkdtempSync(join(tmpdir(), "quality-lucene-"));
  try {
    const listed = join(scratch, "META-INF/services");
    mkdirSync(listed, { recursive: true });
    for (const [kind, format] of Object.entries(services))
      writeFileSync(join(listed, `org.apache.lucene.${kind}`), `org.apache.lucene.${format}\n`);
    const [documents, queries] = [join(scratch, "documents.tsv"), join(scratch, "queries.tsv")];
    writeFileSync(
      documents,
      toLines(collection.documents.map(({ id, title, text }) => [id, `${title} ${text}`])),
    );
    writeFileSync(queries, toLines(collection.queries.map(({ id, text }) => [id, text])));
    const program = fileURLToPath(new URL("lucene-peer.java", import.meta.url));
    const { status, stdout, stderr } = spawnSync(
      "java",
      ["-cp", `${jar}:${scratch}`, program, chinese ? "zh" : "en", documents, queries, String(depth)],
      { encoding: "utf8", maxBuffer: 2 ** 30, timeout: 120_000 },
    );
    if (status === 0) return judgeAnswers(readAnswers(stdout), collection);
    process.stderr.write(`lucene: left out, ${stderr?.split("\n")[0] ?? "Java did not start"}\n`);
    return null;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function toLines(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([id, text]) => `${id}\t${text.replaceAll(/\s+/g, " ")}\n`).join("");
}

function readAnswers(printed: string) {
  const hits = new Map<string, Hit[]>();
  const times: number[] = [];
  let [buildMs, bytes] = [0, 0];
  for (const line of printed.split("\n")) {
    const [name, first = "", second = "", third] = line.split("\t");
    if (name === "buildMs") buildMs = Number(first);
    else if (name === "bytes") bytes = Number(first);
    else if (name === "ms") times.push(Number(second));
    else if (name === "hit")
      hits.set(first, [...(hits.get(first) ?? []), { id: second, score: Number(third) }]);
  }
  return { buildMs, bytes, hits, times };
}
