// npm run bench:trace: events by file and by EPCIS, beside bare COPY of the same rows; life lines, the regulator's desk, a full re-fold.
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPool, migrate } from "@lilink/db";
import { startThrowaway } from "@lilink/db/embedded";
import { createKernel } from "@lilink/services";
import { addPeople } from "./register/add-people.ts";
import { addBodies, publishLaboratory } from "./trace/add-bodies.ts";
import { fillLives } from "./trace/fill-lives.ts";
import { type Form, sendFiles, takeFiles } from "./trace/ingest.ts";
import { measureCopy, measureDesk, measureLives, measureRefold } from "./trace/measure-reads.ts";
import { watchCost } from "./trace/watch-cost.ts";

type Row = {
  readonly task: string;
  readonly engine: string;
  readonly n: number;
  readonly [figure: string]: number | string;
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      events: { type: "string", default: "1000000" },
      capture: { type: "string", default: "100000" },
      // So many events are there by COPY before the reads are measured, instead of being told.
      fill: { type: "string", default: "0" },
      seed: { type: "string", default: "20261129" },
    },
  });
  const [events, capture, fill, seed] = [values.events, values.capture, values.fill, values.seed].map(
    Number,
  ) as [number, number, number, number];
  const load1 = Math.round((loadavg()[0] ?? 0) * 100) / 100;
  const server = await startThrowaway();
  const home = mkdtempSync(join(tmpdir(), "lilink-trace-"));
  const pools = (["app", "worker"] as const).map((role) => createPool({ url: server.url(role), max: 4 }));
  const [appPool, workerPool] = pools;
  if (!appPool || !workerPool) throw new Error("two pools");
  const copyFile = join(tmpdir(), `lilink-copy-${process.pid}.tsv`);
  const rows: Row[] = [];
  const keep = (row: Row) => {
    rows.push(row);
    console.error(`· ${JSON.stringify(row)}`);
  };
  try {
    const ownerUrl = server.url("owner");
    await migrate(ownerUrl);
    const app = createKernel(appPool, home, () => new Date());
    const worker = createKernel(workerPool, home, () => new Date());
    const lanes = [await addBodies(ownerUrl, 0), await addBodies(ownerUrl, 1)] as const;
    const { officer } = await addPeople(ownerUrl);
    for (const bodies of lanes) await publishLaboratory(app, bodies, officer);
    const thread = new URL("../../../apps/worker/dist/read-table-thread.mjs", import.meta.url);
    // Two trades beside each other, as a worker takes the captures of several bodies at once. What the files hold is made before the clock runs.
    const ingestAll = async (form: Form, least: number, first: number) => {
      const senders = lanes.map((bodies) => ({ kernel: worker, ownerUrl, bodies, thread }));
      const sent = await Promise.all(
        senders.map((sender, lane) =>
          sendFiles(sender, form, least / lanes.length, {
            seed: seed + lane,
            first: first + lane * 4_000_000,
          }),
        ),
      );
      const stop = await watchCost(server.url("superuser"));
      const taken = await Promise.all(senders.map((sender, lane) => takeFiles(sender, sent[lane] ?? [])));
      const { seconds, processorUs, databaseUs, memoryMb } = stop();
      const events = taken.reduce((sum, one) => sum + one, 0);
      return {
        events,
        seconds,
        processorUs: Math.round(processorUs / events),
        databaseUs: Math.round(databaseUs / events),
        memoryMb: memoryMb.map(Math.round).join(" "),
      };
    };
    const byFile = await ingestAll("csv", events, 1);
    const copy = await measureCopy(server.url("superuser"), copyFile);
    const perSecond = Math.round(byFile.events / byFile.seconds);
    keep({
      task: "ingest by file",
      engine: "lilink",
      n: byFile.events,
      perSecond,
      processorUs: byFile.processorUs,
      databaseUs: byFile.databaseUs,
      share: share(perSecond, copy.perSecond),
      memoryMb: byFile.memoryMb,
    });
    keep({ task: "ingest by file", engine: "copy", n: copy.n, perSecond: copy.perSecond });
    keep({ task: "bytes an event", engine: "lilink", n: byFile.events, bytes: copy.bytesPerEvent });
    const filling = {
      superUrl: server.url("superuser"),
      bodies: lanes[0],
      file: copyFile,
      seed,
      first: 5_000_000,
    };
    const held = byFile.events + (fill > 0 ? await fillLives(fill, filling) : 0);
    keep({
      task: "life line",
      engine: "lilink",
      held,
      ...(await measureLives(app, server.url("superuser"), officer)),
    });
    keep({
      task: "regulator's desk",
      engine: "lilink",
      n: held,
      ...(await measureDesk(app, officer)),
    });
    const { batteries, seconds } = await measureRefold(worker);
    keep({
      task: "full re-fold",
      engine: "lilink",
      n: held,
      batteries,
      seconds,
      perSecond: Math.round(held / seconds),
    });
    const epcis = await ingestAll("epcis", capture, 2_000_000);
    keep({
      task: "capture of EPCIS",
      engine: "lilink",
      n: epcis.events,
      processorUs: epcis.processorUs,
      databaseUs: epcis.databaseUs,
      perSecond: Math.round(epcis.events / epcis.seconds),
    });
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
  const machine = `${cpus()[0]?.model ?? "?"} x${cpus().length}, Node ${process.version}, load ${load1}`;
  console.log(JSON.stringify({ seed, machine, rows }));
}

const share = (own: number, peer: number) => Math.round((own / peer) * 1000) / 1000;

await main();
