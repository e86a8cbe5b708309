import { readFileSync } from "node:fs";
import { readOntology } from "@lilink/engine/ontology";
import { shareOfHan } from "@lilink/engine/text";
import { findFlag, requireFlag } from "../flag.ts";
import { miniSearchEngine, ownEngine, plainEngine } from "../text/engine.ts";
import { measureLucene } from "../text/lucene-peer.ts";
import { type Engine, measureEngine } from "../text/measure-engine.ts";
import { readCollection } from "../text/read-collection.ts";

/**
 * Ranked search over a folder of docs.jsonl, queries.jsonl and qrels.tsv; `--ontology F` gives it the concepts of any
 * field, `--peers` measures plain BM25, MiniSearch and, where Debian's jar is
 * installed, Lucene in the same run.
 * @example npm run quality -- text --data DIR [--ontology F] [--peers]
 */
export async function run(args: readonly string[]): Promise<unknown> {
  const collection = readCollection(requireFlag(args, "--data"));
  const file = findFlag(args, "--ontology");
  const ontology = file === undefined ? undefined : readOntology(JSON.parse(readFileSync(file, "utf8")));
  say(`${collection.documents.length} documents, ${collection.queries.length} judged queries`);
  const measure = (name: string, engine: Engine) => {
    const measured = measureEngine(engine, collection);
    say(`${name}: ndcg10 ${measured.ndcg10}, map ${measured.map}, p50 ${measured.p50Ms} ms`);
    return measured;
  };
  const own = measure("own", ownEngine(ontology));
  if (!args.includes("--peers")) return own;
  const bm25 = measure("bm25", plainEngine());
  const minisearch = measure("minisearch", miniSearchEngine());
  const sample = collection.documents.slice(0, 100).map(({ title, text }) => `${title} ${text}`);
  const lucene = await measureLucene(collection, shareOfHan(sample.join("\n")) > 0.5);
  say(
    lucene
      ? `lucene: ndcg10 ${lucene.ndcg10}, map ${lucene.map}`
      : "lucene: left out (apt-get install liblucene9-java)",
  );
  return { ...own, peers: { bm25, minisearch, ...(lucene && { lucene }) } };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
