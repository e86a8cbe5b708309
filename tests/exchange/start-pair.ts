import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Embedded } from "@lilink/db/embedded";
import { findFreePort } from "./find-free-port.ts";
import { runStart } from "./run-start.ts";
import { startPooler } from "./start-pooler.ts";
import { startTurnstile } from "./start-turnstile.ts";

export type Instance = { readonly url: string; readonly dataDir: string };

/** Two web and two worker processes on one database, behind one address. */
export type Pair = Instance & {
  readonly instances: readonly Instance[];
  readonly consoleUrl: string;
  /** The database's superuser, past product and pooler. */
  readonly superuserUrl: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts `npm start` twice at the same moment, as a deployment does, on one database through PgBouncer. What has to be
 * shared is shared: database, secret and files; all else is each one's own.
 */
export async function startPair(program: string, env: Readonly<Record<string, string>>): Promise<Pair> {
  const home = mkdtempSync(join(tmpdir(), "lilink-pair-"));
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true, force: true })];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const database = await openDatabase(join(home, "database"));
    stops.push(() => database.stop());
    const pooler = await startPooler(program, [database.appUrl, database.workerUrl]);
    stops.push(pooler.stop);
    const [front, ...ports] = [await findFreePort(), await findFreePort(), await findFreePort()];
    const url = `http://localhost:${front}`;
    const starts = ports.map((port, index) =>
      runStart({
        ...env,
        PORT: String(port),
        DATA_DIR: makeFolder(home, `instance-${index + 1}`),
        PUBLIC_URL: url,
        AUTH_SECRET: database.authSecret,
        DATABASE_URL: pooler.through(database.appUrl),
        DIRECT_DATABASE_URL: database.appUrl,
        WORKER_DATABASE_URL: pooler.through(database.workerUrl),
        DIRECT_WORKER_DATABASE_URL: database.workerUrl,
        MIGRATE_DATABASE_URL: database.ownerUrl,
      }),
    );
    stops.push(async () => {
      const settled = await Promise.allSettled(starts);
      await Promise.all(settled.map((start) => (start.status === "fulfilled" ? start.value.stop() : null)));
    });
    const instances = (await Promise.all(starts)).map((started, index) => ({
      url: started.url,
      dataDir: join(home, `instance-${index + 1}`),
    }));
    const turnstile = await startTurnstile(
      front,
      instances.map((one) => one.url),
    );
    stops.push(turnstile.stop);
    return {
      url,
      dataDir: join(home, "instance-1"),
      instances,
      consoleUrl: pooler.consoleUrl,
      superuserUrl: toSuperuserUrl(join(home, "database"), database.ownerUrl),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

// The built bundle, as the start uses it; the command that needs a pair has built it.
async function openDatabase(dataDir: string): Promise<Embedded> {
  const bundle = new URL("../../packages/db/dist/embedded.mjs", import.meta.url).href;
  const { startEmbedded } = (await import(bundle)) as typeof import("@lilink/db/embedded");
  return startEmbedded({ dataDir });
}

function makeFolder(home: string, name: string): string {
  const folder = join(home, name);
  const files = join(home, "files");
  mkdirSync(files, { recursive: true });
  mkdirSync(folder);
  symlinkSync(files, join(folder, "files"));
  return folder;
}

function toSuperuserUrl(dataDir: string, ownerUrl: string): string {
  const { superuser } = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as {
    superuser: string;
  };
  const url = new URL(ownerUrl);
  url.username = "postgres";
  url.password = superuser;
  return url.href;
}
