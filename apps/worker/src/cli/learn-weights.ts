import { tmpdir } from "node:os";
import { borrowEmbedded } from "@lilink/db/embedded";
import { callJob, LilinkError, learnVersion, openKernel } from "@lilink/services";

/** Learns from the answers given so far and proposes a version of the engine, or says that there is nothing to learn from. */
async function main(): Promise<void> {
  const given = process.env.WORKER_DATABASE_URL;
  const server = given
    ? { workerUrl: given, stop: async () => undefined }
    : await borrowEmbedded({
        dataDir: process.env.DATA_DIR ?? ".data",
        say: (line) => console.error(line),
      });
  const kernel = openKernel({
    databaseUrl: server.workerUrl,
    filesFolder: tmpdir(),
    clock: () => new Date(),
    name: "lilink-learn",
    connections: 1,
  });
  try {
    const done = await callJob(kernel, { id: kernel.newId(), name: "engine.learn" }, learnVersion, {});
    if (!done) throw new Error("learning is a job of its own");
    console.error(
      done.proposed === null
        ? `nothing is proposed: ${done.kinds} kinds of pair were answered to by ten organizations or more, ${done.kindsLeftOut} by fewer`
        : `${done.proposed} is proposed; the secretary decides on it`,
    );
    console.log(JSON.stringify(done));
  } finally {
    await kernel.pool.end();
    await server.stop();
  }
}

main().catch((error: unknown) => {
  const isDown = error instanceof LilinkError && error.code === "UNAVAILABLE";
  console.error(isDown ? "the database cannot be reached; set WORKER_DATABASE_URL or DATA_DIR" : error);
  process.exit(1);
});
