import { execFileSync } from "node:child_process";
import { createReadStream, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { latencies, patienceMs, perSecond, type Row, say } from "./row.ts";
import type { Workload } from "./workload.ts";

const version = "0.39.0";
const engine = `lancedb ${version} full text`;

type Query = {
  fullTextSearch(text: string, options: object): Query;
  select(columns: readonly string[]): Query;
  where(condition: string): Query;
  limit(count: number): Query;
  toArray(): Promise<readonly unknown[]>;
};
type Table = {
  add(rows: readonly object[]): Promise<unknown>;
  createIndex(column: string, options: object): Promise<void>;
  query(): Query;
};
type Lance = {
  connect(folder: string): Promise<{ createTable(name: string, rows: readonly object[]): Promise<Table> }>;
  Index: { fts(options: object): unknown };
};

/** LanceDB, fetched into the temporary folder for the run: 230 MB that nobody else needs. */
export async function lanceRows(
  { postings, queries }: Workload,
  corpus: string,
  scratch: string,
): Promise<readonly Row[]> {
  const n = postings.size;
  const lance = findLance();
  if (!lance) return [{ task: "build", engine, n, ms: null, docsPerSecond: null }];
  const start = performance.now();
  const table = await fill(lance, corpus, join(scratch, `lance-${n}`), start);
  const buildMs = table ? performance.now() - start : null;
  say(`${engine}: ${n} ${buildMs === null ? "not built in time" : `built in ${Math.round(buildMs)} ms`}`);
  const rows: Row[] = [
    {
      ...{ task: "build", engine, n, ms: buildMs === null ? null : Math.round(buildMs) },
      docsPerSecond: buildMs === null ? null : perSecond(n, buildMs),
    },
  ];
  for (const [task, condition] of [
    ["search top 10", ""],
    ["search top 10, 1 % pass", "passes"],
  ] as const) {
    rows.push({ task, engine, n, ...latencies(table ? await ask(table, queries, condition) : []) });
  }
  return rows;
}

function findLance(): Lance | undefined {
  const home = join(tmpdir(), `lilink-bench-lancedb-${version}`);
  try {
    mkdirSync(home, { recursive: true });
    const load = createRequire(join(home, "package.json"));
    try {
      return load("@lancedb/lancedb") as Lance;
    } catch {
      say(`${engine}: fetched into ${home}`);
      const packages = [`@lancedb/lancedb@${version}`, "apache-arrow@18.1.0"];
      execFileSync(
        "npm",
        ["install", "--prefix", home, "--no-audit", "--no-fund", "--loglevel=error", ...packages],
        {
          ...{ stdio: "ignore", timeout: patienceMs, cwd: home },
        },
      );
      return load("@lancedb/lancedb") as Lance;
    }
  } catch (error) {
    say(
      `${engine}: left out, for it could not be fetched or loaded (${error instanceof Error ? error.message : error})`,
    );
    return undefined;
  }
}

/** The filled and indexed table, or undefined where it takes too long. */
async function fill(lance: Lance, corpus: string, folder: string, start: number): Promise<Table | undefined> {
  const database = await lance.connect(folder);
  let table: Table | undefined;
  let lot: object[] = [];
  let id = 0;
  const send = async () => {
    if (table) await table.add(lot);
    else table = await database.createTable("posting", lot);
    lot = [];
  };
  for await (const line of createInterface({ input: createReadStream(corpus) })) {
    lot.push({ id: id++, passes: line.startsWith("1"), text: line.slice(2) });
    if (lot.length < 20_000) continue;
    await send();
    if (performance.now() - start > patienceMs) return undefined;
  }
  if (lot.length > 0) await send();
  const plain = {
    baseTokenizer: "whitespace",
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    lowercase: false,
  };
  await table?.createIndex("text", { config: lance.Index.fts({ withPosition: false, ...plain }) });
  return performance.now() - start > patienceMs ? undefined : table;
}

async function ask(
  table: Table,
  queries: Workload["queries"],
  condition: string,
): Promise<readonly number[]> {
  const times: number[] = [];
  const begun = performance.now();
  for (const words of queries) {
    const start = performance.now();
    const query = table
      .query()
      .fullTextSearch(words.join(" "), { columns: ["text"] })
      .select(["id", "_score"]);
    await (condition === "" ? query : query.where(condition)).limit(10).toArray();
    times.push(performance.now() - start);
    if (performance.now() - begun > patienceMs) return [];
  }
  return times;
}
