import { readFileSync } from "node:fs";
import { readOntology } from "@lilink/model/ontology";
import { findFlag, requireFlag } from "../flag.ts";
import { miniSearchEngine, ownEngine, plainEngine } from "../text/engine.ts";
import { type Engine, measureEngine } from "../text/measure-engine.ts";
import { readCollection } from "../text/read-collection.ts";

/**
 * Ranked search over a folder of docs.jsonl, queries.jsonl and qrels.tsv; `--ontology F` gives it the concepts of any
 * field, `--peers` measures plain BM25 and MiniSearch in the same run.
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
  return {
    ...own,
    peers: { bm25: measure("bm25", plainEngine()), minisearch: measure("minisearch", miniSearchEngine()) },
  };
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
