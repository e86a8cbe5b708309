import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { start, toCode } from "./children.mjs";
import { refuse, say } from "./say.mjs";
import { createBackOff, toWords } from "./supervise.mjs";
import { ROOT } from "./workspace.mjs";

/** The operator's own server, or the embedded one; answers the variables that name it. */
export async function openDatabase({ dataDir, env, stopping }) {
  if (env.DATABASE_URL) return { env: {}, demo: false, stop: async () => {} };
  say(`starting PostgreSQL on ${join(dataDir, "postgres")}`);
  const bundle = pathToFileURL(join(ROOT, "packages/db/dist/embedded.mjs")).href;
  const { startEmbedded, followFiles, EmbeddedError } = await import(bundle);
  let server;
  try {
    server = await startEmbedded({ dataDir, say });
  } catch (error) {
    if (error instanceof EmbeddedError) refuse(error.message);
    throw error;
  }
  keepServing(server, stopping);
  const copying = followFiles({ dataDir, now: () => new Date(), say });
  return {
    env: {
      DATABASE_URL: server.appUrl,
      WORKER_DATABASE_URL: server.workerUrl,
      MIGRATE_DATABASE_URL: server.ownerUrl,
      AUTH_SECRET: env.AUTH_SECRET || server.authSecret,
    },
    demo: true,
    stop: () => {
      copying.stop();
      return server.stop();
    },
  };
}

async function keepServing(server, stopping) {
  const nextWait = createBackOff();
  while (!stopping()) {
    const born = performance.now();
    const { code, signal } = await server.ended();
    if (stopping()) return;
    const wait = nextWait(performance.now() - born);
    say(`the database server ended (${signal ?? `code ${code}`}); starting it again ${toWords(wait)}`);
    await pause(wait, undefined, { ref: false });
    if (stopping()) return;
    await server.restart().catch((error) => say(error.message));
  }
}

/** What prepares a database, reading its program: it waits for the settings. */
export function startPreparing({ env }) {
  const program = join(ROOT, "apps/worker/dist/prepare.mjs");
  return start(process.execPath, [program], { env, stdio: ["ignore", 2, 2, "ipc"] });
}

/** Migrates, makes the queue and loads the demo, as the owner of the tables. */
export async function prepareDatabase(env, early) {
  const child = early ?? startPreparing({ env: { LILINK_EARLY: "1" } });
  // Where it has died since, its end is found below.
  child.send(env, () => undefined);
  const code = await toCode(child);
  // It has said why, in its own line.
  if (code !== 0) refuse("");
}
