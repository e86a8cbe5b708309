import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runLucene } from "../lucene/run-lucene.ts";
import { latencies, patienceMs, perSecond, type Row, round, say } from "./row.ts";
import type { Workload } from "./workload.ts";

const engine = "lucene 9.10";

/** Lucene from Debian's liblucene9-java, by a Java file that is compiled when it runs. */
export async function luceneRows(
  workload: Workload,
  corpus: string,
  scratch: string,
): Promise<readonly Row[]> {
  const { postings, queries, common, pairs, termsPerPosting } = workload;
  const n = postings.size;
  const figures = await runBench(workload, corpus, scratch);
  const all = (name: string) => figures.get(name) ?? [];
  const one = (name: string) => all(name)[0] ?? null;
  const [buildMs, bytes] = [one("buildMs"), one("bytes")];
  say(`${engine}: ${n} ${buildMs === null ? "not built" : `built in ${Math.round(buildMs)} ms`}`);
  const complete = (name: string, count: number) => (all(name).length === count ? all(name) : []);
  const pairMs = complete("pairs", pairs.length).reduce((sum, ms) => sum + ms, 0);
  return [
    {
      ...{ task: "build", engine, n, ms: buildMs === null ? null : Math.round(buildMs) },
      docsPerSecond: buildMs === null ? null : perSecond(n, buildMs),
    },
    {
      ...{ task: "size", engine, n, bytes },
      bytesPerTermPosting: bytes === null ? null : round(bytes / (n * termsPerPosting)),
    },
    { task: "search top 10", engine, n, ...latencies(complete("search", queries.length)) },
    { task: "search top 10, 1 % pass", engine, n, ...latencies(complete("filtered", queries.length)) },
    { task: "search top 10, common words", engine, n, ...latencies(complete("common", common.length)) },
    {
      task: "all pairs top 20",
      engine,
      n,
      queriesPerSecond: pairMs > 0 ? perSecond(pairs.length, pairMs) : null,
    },
  ];
}

/** Figures by name; what was printed before time ran out, or none where there is no Java. */
async function runBench(
  { postings, queries, common, pairs }: Workload,
  corpus: string,
  scratch: string,
): Promise<Map<string, number[]>> {
  const files = ["queries.txt", "common.txt", "pairs.txt"].map((name) => join(scratch, name));
  for (const [at, lists] of [queries, common, pairs].entries())
    writeFileSync(files[at] ?? "", lists.map((words) => `${words.join(" ")}\n`).join(""));
  const folder = join(scratch, `lucene-${postings.size}`);
  const { lines, complaint } = await runLucene(["bench", folder, corpus, ...files], scratch, 2 * patienceMs);
  if (complaint !== null) say(`${engine}: left out, ${complaint}`);
  const figures = new Map<string, number[]>();
  for (const [name = "", value] of lines)
    if (value !== undefined) figures.set(name, [...(figures.get(name) ?? []), Number(value)]);
  const [buildMs = 0] = figures.get("buildMs") ?? [];
  return buildMs > patienceMs ? new Map() : figures;
}
