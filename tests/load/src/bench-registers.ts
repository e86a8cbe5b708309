// npm run bench:registers: 100,000 live deposits listed, 50,000 rows imported, and a start's plan with a hundred declarations more.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPool, migrate } from "@lilink/db";
import { startThrowaway } from "@lilink/db/embedded";
import { createKernel } from "@lilink/services";
import { addPeople } from "./register/add-people.ts";
import { fillDeposits } from "./register/fill-deposits.ts";
import { measureImport } from "./register/measure-import.ts";
import { measureLists } from "./register/measure-lists.ts";
import { measurePlan } from "./register/measure-plan.ts";
import { openPeer } from "./register/peer.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string | null;
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      records: { type: "string", default: "100000" },
      rows: { type: "string", default: "50000" },
      seed: { type: "string", default: "20261127" },
    },
  });
  const [records, imported, seed] = [values.records, values.rows, values.seed].map(Number) as [
    number,
    number,
    number,
  ];
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const server = await startThrowaway();
  const files = mkdtempSync(join(tmpdir(), "lilink-bench-"));
  const pool = createPool({ url: server.url("app"), max: 4 });
  const rows: Row[] = [];
  const keep = (found: readonly Row[]) => {
    rows.push(...found);
    for (const row of found) console.error(`· ${JSON.stringify(row)}`);
  };
  try {
    const ownerUrl = server.url("owner");
    await migrate(ownerUrl);
    const kernel = createKernel(pool, files, () => new Date());
    const { officer, member } = await addPeople(ownerUrl);
    await fillDeposits(ownerUrl, records, seed);
    const peer = await openPeer(ownerUrl);
    keep(await measureLists(kernel, member, peer, records, seed));
    keep(await measureImport(kernel, officer, peer, imported, seed));
    await peer.close();
    keep(await measurePlan(ownerUrl, 100));
  } finally {
    await pool.end();
    await server.stop();
    rmSync(files, { recursive: true, force: true });
  }
  const machine = `${cpus()[0]?.model ?? "?"} x${cpus().length}, Node ${process.version}, load ${load1}`;
  console.log(JSON.stringify({ seed, machine, rows }));
}

await main();
