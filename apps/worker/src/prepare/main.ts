import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ConfigError, type PrepareConfig, readPrepareConfig } from "@lilink/contract/config";
import { migrate, migrateTrace, refuseGone } from "@lilink/db";
import { installJobs } from "../job/install.ts";
import { checkRole } from "./check-roles.ts";
import { prepareReleases } from "./releases.ts";
import { hasDemo, prepareDemo, prepareReference, prepareSeries, type TraceAddresses } from "./seed.ts";
import { takeTurns } from "./take-turns.ts";
import { toReason } from "./to-reason.ts";

// Beside the bundle in apps/worker/dist.
const DATABASE_PACKAGE = fileURLToPath(new URL("../../../packages/db", import.meta.url));

/** Brings the database to where web and worker expect it. Safe to run again. */
async function main(): Promise<void> {
  if (process.env.LILINK_EARLY) await takeSettings();
  const config = readPrepareConfig(process.env);
  if (hasDemo(config.dataDir) && !config.demo) {
    throw new ConfigError([
      `DATA_DIR ${config.dataDir} holds the demo accounts, whose place is this machine alone: use localhost for PUBLIC_URL and HOST, or another DATA_DIR`,
    ]);
  }
  await takeTurns(config.migrateDatabaseUrl, () => prepare(config));
}

/** Started beside the database, it has read its program when the settings come. */
async function takeSettings(): Promise<void> {
  const [settings] = await once(process, "message");
  process.disconnect();
  Object.assign(process.env, settings);
}

async function prepare(config: PrepareConfig): Promise<void> {
  console.error("· migrating the database");
  await migrate(config.migrateDatabaseUrl, DATABASE_PACKAGE);
  const trace = await prepareTrace(config);
  await installJobs(config.migrateDatabaseUrl);
  await checkRole("DATABASE_URL", config.databaseUrl);
  await checkRole("WORKER_DATABASE_URL", config.workerDatabaseUrl);
  const seed = {
    ownerUrl: config.migrateDatabaseUrl,
    appUrl: config.databaseUrl,
    trace,
    dataDir: config.dataDir,
    secret: config.authSecret,
  };
  console.error("· loading the chain's directory");
  await prepareReference(seed);
  await prepareSeries({ workerUrl: config.workerDatabaseUrl, dataDir: config.dataDir });
  if (!config.demo) return;
  console.error("· loading the demo");
  await prepareDemo(seed);
  const { workerDatabaseUrl: workerUrl, disclosureFile } = config;
  await prepareReleases({ ...seed, workerUrl, disclosureFile });
}

/** The server of batteries, where it is another: web and worker sign in there as they do at the product's. */
async function prepareTrace(config: PrepareConfig): Promise<TraceAddresses | undefined> {
  if (config.traceUrl === undefined) {
    await refuseGone(config.migrateDatabaseUrl);
    return undefined;
  }
  console.error("· migrating the database of batteries");
  const roles = [config.databaseUrl, config.workerDatabaseUrl].map((url) => new URL(url));
  await migrateTrace(
    config.traceUrl,
    config.migrateDatabaseUrl,
    DATABASE_PACKAGE,
    roles.map((url) => ({
      name: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    })),
  );
  const [appUrl = "", workerUrl = ""] = roles.map((url) => asRole(config.traceUrl ?? "", url));
  for (const url of [appUrl, workerUrl])
    await checkRole("TRACE_DATABASE_URL", url).catch((error: { code?: string }) => {
      if (error.code !== "28P01") throw error;
      throw new ConfigError([
        `TRACE_DATABASE_URL names a server where ${new URL(url).username} has another password than at the product's database: give it the same there`,
      ]);
    });
  return { ownerUrl: config.traceUrl, appUrl };
}

function asRole(traceUrl: string, { username, password }: URL): string {
  return Object.assign(new URL(traceUrl), { username, password }).href;
}

main().catch((error: unknown) => {
  console.error(toReason(error));
  process.exit(1);
});
