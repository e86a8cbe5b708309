import { fileURLToPath } from "node:url";
import { ConfigError, type PrepareConfig, readPrepareConfig } from "@lilink/contract/config";
import { migrate } from "@lilink/db";
import { installJobs } from "../job/install.ts";
import { checkRole } from "./check-roles.ts";
import { prepareReleases } from "./releases.ts";
import { hasDemo, prepareDemo, prepareReference, prepareSeries } from "./seed.ts";
import { takeTurns } from "./take-turns.ts";
import { toReason } from "./to-reason.ts";

// Beside the bundle in apps/worker/dist.
const DATABASE_PACKAGE = fileURLToPath(new URL("../../../packages/db", import.meta.url));

/** Brings the database to where web and worker expect it. Safe to run again. */
async function main(): Promise<void> {
  const config = readPrepareConfig(process.env);
  if (hasDemo(config.dataDir) && !config.demo) {
    throw new ConfigError([
      `DATA_DIR ${config.dataDir} holds the demo accounts, whose place is this machine alone: use localhost for PUBLIC_URL and HOST, or another DATA_DIR`,
    ]);
  }
  await takeTurns(config.migrateDatabaseUrl, () => prepare(config));
}

async function prepare(config: PrepareConfig): Promise<void> {
  console.error("· migrating the database");
  await migrate(config.migrateDatabaseUrl, DATABASE_PACKAGE);
  await installJobs(config.migrateDatabaseUrl);
  await checkRole("DATABASE_URL", config.databaseUrl);
  await checkRole("WORKER_DATABASE_URL", config.workerDatabaseUrl);
  const seed = {
    ownerUrl: config.migrateDatabaseUrl,
    appUrl: config.databaseUrl,
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

main().catch((error: unknown) => {
  console.error(toReason(error));
  process.exit(1);
});
