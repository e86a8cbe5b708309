import MiniSearch from "minisearch";
import { latencies, patienceMs, perSecond, type Row, say } from "./row.ts";
import { idOf, type Workload } from "./workload.ts";

const engine = "minisearch 7.2";

/** MiniSearch on the same postings, as shipped but for plain splitting at blanks. */
export function miniSearchRows({ postings, queries }: Workload): readonly Row[] {
  const n = postings.size;
  const index = new MiniSearch({
    fields: ["text"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  let buildMs = 0;
  for (let at = 0; at < n && buildMs < patienceMs; at += 1000) {
    const lot = Array.from({ length: Math.min(1000, n - at) }, (_, each) => ({
      id: idOf(at + each),
      text: postings.tokensOf(at + each).join(" "),
    }));
    const start = performance.now();
    index.addAll(lot);
    buildMs += performance.now() - start;
  }
  const built = buildMs < patienceMs;
  say(`${engine}: ${n} ${built ? `built in ${Math.round(buildMs)} ms` : "not built in time"}`);
  const ms = built ? Math.round(buildMs) : null;
  const rows: Row[] = [{ task: "build", engine, n, ms, docsPerSecond: built ? perSecond(n, buildMs) : null }];
  const times: number[] = [];
  let spent = 0;
  for (const words of built ? queries : []) {
    const start = performance.now();
    index.search(words.join(" ")).slice(0, 10);
    times.push(performance.now() - start);
    spent += times.at(-1) ?? 0;
    if (spent > patienceMs) break;
  }
  const finished = times.length === queries.length;
  return [...rows, { task: "search top 10", engine, n, ...latencies(finished ? times : []) }];
}
