import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChild } from "./find-child.ts";
import { findFreePort } from "./find-free-port.ts";
import { openDatabase, toSuperuserUrl } from "./open-database.ts";
import { runStart } from "./run-start.ts";
import { startPooler } from "./start-pooler.ts";
import { startTurnstile } from "./start-turnstile.ts";

export type Instance = {
  readonly url: string;
  readonly dataDir: string;
  readonly pidOf: (part: "web" | "worker") => number | undefined;
};

/** Web and worker processes on one database, behind one address. */
export type Apart = {
  readonly url: string;
  readonly dataDir: string;
  readonly instances: readonly Instance[];
  readonly ownerUrl: string;
  /** The database's superuser, past product and pooler. */
  readonly superuserUrl: string;
  readonly stop: () => Promise<void>;
};
export type Pair = Apart & { readonly consoleUrl: string };

/** What stands between the product and its database: how an address goes through it, and how it ends. */
type Route = { readonly through: (url: string) => string; readonly stop: () => Promise<void> };
type Env = Readonly<Record<string, string>>;

const SHARED_FOLDERS = ["files", "mail"] as const;

/**
 * Starts `npm start` twice at the same moment, as a deployment does, on one database through PgBouncer. What has to be
 * shared is shared: database, secret, keys, parameters, files and letters; all else is each one's own.
 */
export async function startPair(program: string, env: Env): Promise<Pair> {
  let consoleUrl = "";
  const pair = await startApart(2, env, async (urls) => {
    const pooler = await startPooler(program, urls);
    consoleUrl = pooler.consoleUrl;
    return pooler;
  });
  return { ...pair, consoleUrl };
}

/** So many starts on one database that is none of theirs, past whatever `open` puts between. LISTEN goes straight to it. */
export async function startApart(
  count: number,
  env: Env,
  open?: (urls: readonly string[]) => Promise<Route>,
  envOf: (index: number) => Env = () => ({}),
): Promise<Apart> {
  const home = mkdtempSync(join(tmpdir(), "lilink-pair-"));
  const stops: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true, force: true })];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    const database = await openDatabase(join(home, "database"));
    stops.push(() => database.stop());
    const route = await open?.([database.appUrl, database.workerUrl]);
    if (route) stops.push(route.stop);
    const through = route?.through ?? ((url: string) => url);
    const front = await findFreePort();
    const url = `http://localhost:${front}`;
    const shared = makeShared(home);
    const ports = await Promise.all(Array.from({ length: count }, findFreePort));
    const starts = ports.map((port, index) =>
      runStart({
        ...shared,
        ...env,
        ...envOf(index),
        PORT: String(port),
        DATA_DIR: makeFolder(home, `instance-${index + 1}`),
        PUBLIC_URL: url,
        AUTH_SECRET: database.authSecret,
        DATABASE_URL: through(database.appUrl),
        DIRECT_DATABASE_URL: database.appUrl,
        WORKER_DATABASE_URL: through(database.workerUrl),
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
      pidOf: (part: "web" | "worker") => findChild(started.pid, part),
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
      ownerUrl: database.ownerUrl,
      superuserUrl: toSuperuserUrl(join(home, "database"), database.ownerUrl),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function makeFolder(home: string, name: string): string {
  const folder = join(home, name);
  mkdirSync(folder);
  for (const one of SHARED_FOLDERS) symlinkSync(join(home, one), join(folder, one));
  return folder;
}

/** What an operator of several instances gives to each: the folders, and by name the key of the audit and the parameters of disclosure. */
function makeShared(home: string): Env {
  for (const one of SHARED_FOLDERS) mkdirSync(join(home, one));
  const AUDIT_KEY_FILE = join(home, "audit.key");
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(AUDIT_KEY_FILE, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  const DISCLOSURE_FILE = join(home, "disclosure.json");
  writeFileSync(DISCLOSURE_FILE, JSON.stringify({ minContributors: 3, pPercent: 10 }), { mode: 0o600 });
  return { AUDIT_KEY_FILE, DISCLOSURE_FILE };
}
