import { join } from "node:path";
import { createPool, toDatabase } from "@lilink/db";
import { openThreadPool } from "@lilink/documents/thread";
import {
  openTrueKernel,
  type Protect,
  rollUpTalent,
  seedMeetings,
  seedReleases,
  seedReserves,
} from "@lilink/services";
import { readParameters } from "../release/read-parameters.ts";

const threads = 2;

/** Releases past periods of the demo, by the same parameters and threads as the worker, where there are any; then its meeting. */
export async function prepareReleases(given: {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  readonly dataDir: string;
  readonly disclosureFile: string | undefined;
}): Promise<void> {
  const open = (databaseUrl: string) =>
    openTrueKernel({
      databaseUrl,
      filesFolder: join(given.dataDir, "files"),
      name: "lilink-prepare",
      connections: 4,
    });
  const owner = createPool({ url: given.ownerUrl, max: 2, name: "lilink-prepare" });
  const [app, worker] = await Promise.all([open(given.appUrl), open(given.workerUrl)]);
  // Beside the bundle in apps/worker/dist.
  const pool = openThreadPool<Protect>(new URL("./protect-thread.mjs", import.meta.url), threads);
  try {
    if (given.disclosureFile !== undefined) {
      const maker = { protect: pool.run, parameters: readParameters(given.disclosureFile) };
      await seedReleases({ owner: toDatabase(owner), app, worker, maker });
      await rollUpTalent(worker, { id: worker.newId(), name: "talent.rollUp" }, maker);
    }
    // Called last, so that its board shows what is released.
    await seedMeetings(toDatabase(owner), app);
    await seedReserves(toDatabase(owner), app);
  } finally {
    await Promise.all([pool.close(), owner.end(), app.pool.end(), worker.pool.end()]);
  }
}
