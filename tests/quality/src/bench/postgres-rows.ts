import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { startThrowaway } from "@lilink/db/embedded";
import pg from "pg";
import { latencies, patienceMs, perSecond, type Row, say } from "./row.ts";
import type { Workload } from "./workload.ts";

const engine = "postgresql 17 full text";

/** Full text of the embedded PostgreSQL with ts_rank, on a server of its own that is gone afterwards. */
export async function postgresRows({ postings, queries }: Workload, corpus: string): Promise<readonly Row[]> {
  const n = postings.size;
  const server = await startThrowaway();
  const client = new pg.Client({ connectionString: server.url("superuser", "postgres") });
  try {
    await client.connect();
    await client.query(`set statement_timeout = ${patienceMs}`);
    const buildMs = await build(client, corpus);
    say(`${engine}: ${n} ${buildMs === null ? "not built in time" : `built in ${Math.round(buildMs)} ms`}`);
    const docsPerSecond = buildMs === null ? null : perSecond(n, buildMs);
    const search = async (task: string, condition: string): Promise<Row> => ({
      ...{ task, engine, n },
      ...latencies(buildMs === null ? [] : await ask(client, queries, condition)),
    });
    return [
      { task: "build", engine, n, ms: buildMs === null ? null : Math.round(buildMs), docsPerSecond },
      await search("search top 10", ""),
      await search("search top 10, 1 % pass", "and passes"),
    ];
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
  }
}

/** ms, or null where it takes too long. */
async function build(client: pg.Client, corpus: string): Promise<number | null> {
  await client.query("create table posting (id serial primary key, passes boolean, words tsvector)");
  const start = performance.now();
  let lot: string[] = [];
  const send = async () => {
    await client.query(
      `insert into posting (passes, words)
       select split_part(line, E'\\t', 1) = '1', to_tsvector('simple', split_part(line, E'\\t', 2)) from unnest($1::text[]) line`,
      [lot],
    );
    lot = [];
  };
  for await (const line of createInterface({ input: createReadStream(corpus) })) {
    lot.push(line);
    if (lot.length < 2000) continue;
    await send();
    if (performance.now() - start > patienceMs) return null;
  }
  await send();
  try {
    await client.query("create index on posting using gin (words)");
    await client.query("analyze posting");
  } catch {
    return null;
  }
  const ms = performance.now() - start;
  return ms > patienceMs ? null : ms;
}

/** Times in ms, or none where all together take too long. */
async function ask(
  client: pg.Client,
  queries: Workload["queries"],
  condition: string,
): Promise<readonly number[]> {
  const text = `select id, ts_rank(words, query) as rank from posting, to_tsquery('simple', $1) query
    where words @@ query ${condition} order by rank desc, id limit 10`;
  const times: number[] = [];
  const begun = performance.now();
  for (const words of queries) {
    const start = performance.now();
    await client.query(text, [words.join(" | ")]).catch(() => undefined);
    times.push(performance.now() - start);
    if (performance.now() - begun > patienceMs) return [];
  }
  return times;
}
