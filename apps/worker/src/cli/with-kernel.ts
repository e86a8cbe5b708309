import { tmpdir } from "node:os";
import { borrowEmbedded } from "@lilink/db/embedded";
import { LilinkError, openKernel } from "@lilink/services";

/** Runs a command on the database that the environment names, else on the embedded one, and lets go of both after it. */
export async function withKernel<Result>(
  name: string,
  run: (kernel: ReturnType<typeof openKernel>) => Promise<Result>,
): Promise<Result> {
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
    name,
    connections: 1,
  });
  try {
    return await run(kernel);
  } finally {
    await kernel.pool.end();
    await server.stop();
  }
}

/** What a database that is away is called in the last line of a command. */
export const databaseAway = "the database cannot be reached; set WORKER_DATABASE_URL or DATA_DIR";

/** Ends a command that failed, in one line where the database is away. */
export function failCommand(error: unknown): never {
  const isAway = error instanceof LilinkError && error.code === "UNAVAILABLE";
  console.error(isAway ? databaseAway : error);
  process.exit(1);
}
