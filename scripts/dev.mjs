// npm run dev: the embedded database with the demo, Next with reload, and the worker restarted on a change.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { publishAuditKey } from "./lib/audit-key.mjs";
import { endAll, onEnd, run, start } from "./lib/children.mjs";
import { openDatabase, prepareDatabase } from "./lib/database.mjs";
import { findParameters } from "./lib/parameters.mjs";
import { readPlace, refuseUsedData, refuseUsedPort } from "./lib/refuse-early.mjs";
import { complain, say } from "./lib/say.mjs";
import { findSealKeys } from "./lib/seal-keys.mjs";
import { toTraceUrl } from "./lib/trace-address.mjs";
import { ensureInstalled, ROOT } from "./lib/workspace.mjs";

let database;
let ending = false;

async function end(code) {
  if (ending) return;
  ending = true;
  await endAll(6000);
  await database?.stop();
  process.exit(code);
}

async function main() {
  const { port, host, dataDir } = readPlace(process.env);
  await refuseUsedPort(port);
  if (!process.env.DATABASE_URL) refuseUsedData(dataDir);
  await ensureInstalled();
  for (const folder of ["packages/db", "apps/worker"]) {
    await run(process.execPath, ["build.mjs"], { cwd: join(ROOT, folder) });
  }
  mkdirSync(dataDir, { recursive: true });
  database = await openDatabase({ dataDir, env: process.env, stopping: () => ending });
  const env = {
    ...database.env,
    ...{ PORT: String(port), HOST: host, DATA_DIR: dataDir, NODE_ENV: "development" },
    DISCLOSURE_FILE: findParameters({ env: process.env, dataDir, demo: database.demo }),
    SEAL_KEYS: findSealKeys({ env: process.env, dataDir }),
    AUDIT_KEY_FILE: publishAuditKey({ env: process.env, dataDir }),
    LILINK_DEMO: process.env.LILINK_DEMO || (database.demo ? "1" : "0"),
  };
  await prepareDatabase(env);
  say(`demo accounts: ${join(dataDir, "demo-accounts.json")}`);
  const web = join(ROOT, "apps/web");
  const next = join(web, "node_modules/next/dist/bin/next");
  const tsx = join(ROOT, "node_modules/tsx/dist/cli.mjs");
  const all = { ...process.env, ...env };
  const processes = [
    start(process.execPath, [next, "dev", "--port", String(port), "--hostname", host], {
      cwd: web,
      env: { ...env, TRACE_DATABASE_URL: toTraceUrl(all, all.DATABASE_URL) },
    }),
    start(process.execPath, [tsx, "watch", "src/main.ts"], {
      cwd: join(ROOT, "apps/worker"),
      env: { ...env, TRACE_DATABASE_URL: toTraceUrl(all, all.WORKER_DATABASE_URL) },
    }),
  ];
  await Promise.race(processes.map((child) => child.ended));
  await end(1);
}

onEnd(() => end(0));
main().catch(async (error) => {
  if (ending) return;
  complain(error);
  await end(1);
});
