import { createHmac } from "node:crypto";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createPool, type Database, toDatabase } from "@lilink/db";
import {
  callJob,
  demoCast,
  type Kernel,
  keepWebKey,
  openTrueKernel,
  seedDefinitions,
  seedDemo,
  seedReference,
  seedSeries,
} from "@lilink/services";
import { seedRecords } from "@lilink/services/jobs";

export type TraceAddresses = { readonly ownerUrl: string; readonly appUrl: string };

type Seed = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** The server of batteries, where it is another. */
  readonly trace?: TraceAddresses | undefined;
  readonly dataDir: string;
  readonly secret: string;
};

export const DEMO_FILE = "demo-accounts.json";

/** Fills the directory with the bodies of the paper, and says how the web proves itself; again is harmless. */
export function prepareReference(seed: Seed): Promise<number> {
  return withBoth(seed, async (owner, app) => {
    await keepWebKey(owner, seed.secret);
    return seedReference(owner, app);
  });
}

/** Takes in the published series and the definitions of indicators that the product ships; again is harmless. */
export async function prepareSeries(given: {
  readonly workerUrl: string;
  readonly dataDir: string;
}): Promise<number> {
  const worker = await openTrueKernel({
    databaseUrl: given.workerUrl,
    filesFolder: join(given.dataDir, "files"),
    name: "lilink-prepare",
    connections: 1,
  });
  try {
    await seedDefinitions(worker);
    // One job for each start: what was put in before is left as it stands.
    await callJob(worker, { id: worker.newId(), name: "record.seed" }, seedRecords, {});
    return await seedSeries(worker);
  } finally {
    await worker.pool.end();
  }
}

/** Writes down how the demo cast signs in and fills an empty exchange with it; what was cut short is completed. */
export async function prepareDemo(seed: Seed): Promise<void> {
  // From the folder's own secret: the list can be made again, and no password is stored but here.
  const passwordOf = (email: string) =>
    createHmac("sha256", seed.secret).update(`demo:${email}`).digest("base64url").slice(0, 16);
  // Written first: the folder says that it holds the demo before anybody could sign in.
  if (!hasDemo(seed.dataDir)) writeAccounts(seed.dataDir, passwordOf);
  await withBoth(seed, (owner, app, traceOwner) => seedDemo({ owner, traceOwner, app, passwordOf }));
}

function writeAccounts(dataDir: string, passwordOf: (email: string) => string): void {
  const accounts = demoCast.map(({ email, organization, kind, role }) => ({
    email,
    password: passwordOf(email),
    organization,
    kind,
    role,
  }));
  const file = join(dataDir, DEMO_FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function withBoth<T>(
  { ownerUrl, appUrl, trace, dataDir }: Seed,
  use: (owner: Database, app: Kernel, traceOwner: Database) => Promise<T>,
): Promise<T> {
  const owner = createPool({ url: ownerUrl, max: 2, name: "lilink-prepare" });
  const traceOwner = trace ? createPool({ url: trace.ownerUrl, max: 2, name: "lilink-prepare" }) : owner;
  const app = await openTrueKernel({
    databaseUrl: appUrl,
    traceUrl: trace?.appUrl,
    filesFolder: join(dataDir, "files"),
    name: "lilink-prepare",
    connections: 2,
  });
  try {
    return await use(toDatabase(owner), app, toDatabase(traceOwner));
  } finally {
    const pools = new Set([owner, traceOwner, app.pool, app.tracePool]);
    await Promise.all([...pools].map((pool) => pool?.end()));
  }
}

export function hasDemo(dataDir: string): boolean {
  return existsSync(join(dataDir, DEMO_FILE));
}
