import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { latencies, patienceMs, perSecond, type Row, round, say } from "./row.ts";
import type { Workload } from "./workload.ts";

const jar = "/usr/share/java/lucene9.jar";
const engine = "lucene 9.10";

/** Debian's jar lacks the classes of the newer way to map files. */
const plainMemory = "-Dorg.apache.lucene.store.MMapDirectory.enableMemorySegments=false";

/** The jar also lacks the lists by which Lucene finds its own formats; these stand beside it. */
const services = {
  "codecs.Codec": "codecs.lucene99.Lucene99Codec",
  "codecs.PostingsFormat": "codecs.lucene99.Lucene99PostingsFormat",
  "codecs.DocValuesFormat": "codecs.lucene90.Lucene90DocValuesFormat",
  "codecs.KnnVectorsFormat": "codecs.lucene99.Lucene99HnswVectorsFormat",
};

/** Lucene from Debian's liblucene9-java, by a Java file that is compiled when it runs. */
export async function luceneRows(
  workload: Workload,
  corpus: string,
  scratch: string,
): Promise<readonly Row[]> {
  const { postings, queries, common, pairs, termsPerPosting } = workload;
  const n = postings.size;
  const isInstalled = existsSync(jar);
  if (!isInstalled) say(`${engine}: left out, for ${jar} is missing (apt-get install liblucene9-java)`);
  const figures = isInstalled ? await runJava(workload, corpus, scratch) : new Map<string, number[]>();
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
function runJava(
  { postings, queries, common, pairs }: Workload,
  corpus: string,
  scratch: string,
): Promise<Map<string, number[]>> {
  const files = [
    join(scratch, "queries.txt"),
    join(scratch, "common.txt"),
    join(scratch, "pairs.txt"),
  ] as const;
  for (const [at, lists] of [queries, common, pairs].entries())
    writeFileSync(files[at] ?? "", lists.map((words) => `${words.join(" ")}\n`).join(""));
  const listed = join(scratch, "META-INF/services");
  mkdirSync(listed, { recursive: true });
  for (const [kind, format] of Object.entries(services))
    writeFileSync(join(listed, `org.apache.lucene.${kind}`), `org.apache.lucene.${format}\n`);
  const program = fileURLToPath(new URL("lucene-bench.java", import.meta.url));
  const folder = join(scratch, `lucene-${postings.size}`);
  const figures = new Map<string, number[]>();
  return new Promise((resolve) => {
    const child = spawn(
      "java",
      [plainMemory, "-cp", `${jar}:${scratch}`, program, folder, corpus, ...files],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const timer = setTimeout(() => child.kill("SIGKILL"), 2 * patienceMs);
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    let complaint = "";
    child.stderr.on("data", (chunk) => {
      complaint += chunk;
    });
    child.on("error", (error) => {
      say(`${engine}: left out, for Java did not start (${error.message})`);
      clearTimeout(timer);
      resolve(figures);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code !== 0) say(`${engine}: ended with ${code} (Java 21 is needed): ${complaint.split("\n")[0]}`);
      for (const line of text.split("\n")) {
        const [name = "", value] = line.split(" ");
        if (value !== undefined) figures.set(name, [...(figures.get(name) ?? []), Number(value)]);
      }
      const [buildMs = 0] = figures.get("buildMs") ?? [];
      if (buildMs > patienceMs) figures.clear();
      resolve(figures);
    });
  });
}
