// npm start: from a fresh clone, or from a finished build, to a running exchange. Node's own modules alone.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { publishAuditKey } from "./lib/audit-key.mjs";
import { endAll, onEnd } from "./lib/children.mjs";
import { openDatabase, prepareDatabase, startPreparing } from "./lib/database.mjs";
import { findParameters } from "./lib/parameters.mjs";
import { readPlace, refuseUsedData, refuseUsedPort } from "./lib/refuse-early.mjs";
import { complain, refuse, say } from "./lib/say.mjs";
import { findSealKeys } from "./lib/seal-keys.mjs";
import { startLogged, supervise } from "./lib/supervise.mjs";
import { toTraceUrl } from "./lib/trace-address.mjs";
import { ensureBuilt, ensureInstalled, ROOT } from "./lib/workspace.mjs";

const READY_MS = 120_000;
const PATIENCE_MS = 9000;
const ADDRESSES = [
  "DATABASE_URL",
  "DIRECT_DATABASE_URL",
  "WORKER_DATABASE_URL",
  "DIRECT_WORKER_DATABASE_URL",
  "MIGRATE_DATABASE_URL",
];

// A page leaves much short-lived memory behind: with V8's 16 MiB for it a ninth of the processor went to collecting it; 64 saved no more than 32 do.
const webArgs = [
  "--max-semi-space-size=32",
  join(ROOT, "scripts/lib/web.mjs"),
  join(ROOT, "apps/web/.next/standalone/apps/web/server.js"),
];

let database;
let ending = false;
const stopping = () => ending;

async function end(code) {
  if (ending) return;
  ending = true;
  await endAll(PATIENCE_MS);
  await database?.stop();
  process.exit(code);
}

async function main() {
  const { port, host, dataDir } = readPlace(process.env);
  await refuseUsedPort(port);
  if (!process.env.DATABASE_URL) refuseUsedData(dataDir);
  await ensureInstalled();
  const logDir = join(dataDir, "logs");
  const web = { name: "web", args: webArgs, logDir };
  let all;
  const early = {};
  // The database and its demo need the worker's bundle alone.
  await ensureBuilt({
    once: true,
    whenFound: () => {
      const env = { ...addressesOf({}), NODE_ENV: "production", LILINK_EARLY: "1" };
      early.prepare = startPreparing({ env });
      early.web = startLogged({ ...web, env });
    },
    meanwhile: async () => {
      all = await openPlace({ port, host, dataDir });
      if (!ending) await prepareDatabase(all, early.prepare);
    },
  });
  if (ending) return;
  await refuseUsedPort(port);
  const worker = join(ROOT, "apps/worker/dist/main.mjs");
  supervise({
    name: "worker",
    // Half of V8's room for what is short-lived: a ranking takes the same processor time, and tens of megabytes less stay behind.
    args: ["--max-semi-space-size=8", "--enable-source-maps", worker],
    env: {
      ...all,
      ...addressesOf(all, "WORKER_DATABASE_URL", "DIRECT_WORKER_DATABASE_URL"),
      TRACE_DATABASE_URL: toTraceUrl(all, all.WORKER_DATABASE_URL),
      AUTH_SECRET: "",
    },
    logDir,
    beats: true,
    stopping,
  });
  supervise({
    ...web,
    early: early.web,
    env: {
      ...all,
      ...addressesOf(all, "DATABASE_URL", "DIRECT_DATABASE_URL"),
      TRACE_DATABASE_URL: toTraceUrl(all, all.DATABASE_URL),
      HOSTNAME: host,
      // Longer than a proxy or a browser leaves a connection unused: with Node's 5 s a slow moment cut off the next request.
      KEEP_ALIVE_TIMEOUT: "65000",
      // The parameters and the key are for the worker alone.
      DISCLOSURE_FILE: "",
      AUDIT_KEY_FILE: "",
    },
    stopping,
  });
  await waitUntilReady(port, logDir);
  if (!ending) tell(port, dataDir, all);
}

/** Each process gets the addresses of the database that are its own, and no other. */
function addressesOf(all, ...own) {
  return Object.fromEntries(ADDRESSES.map((name) => [name, own.includes(name) ? (all[name] ?? "") : ""]));
}

/** The database of a data folder, open, and every setting that the processes get. */
async function openPlace({ port, host, dataDir }) {
  if (ending) return;
  mkdirSync(dataDir, { recursive: true });
  database = await openDatabase({ dataDir, env: process.env, stopping });
  if (ending) return database.stop();
  const shared = {
    NODE_ENV: "production",
    PORT: String(port),
    HOST: host,
    DATA_DIR: dataDir,
    LILINK_DEMO: toDemo(host),
  };
  const DISCLOSURE_FILE = findParameters({ env: process.env, dataDir, demo: database.demo });
  const AUDIT_KEY_FILE = publishAuditKey({ env: process.env, dataDir });
  const SEAL_KEYS = findSealKeys({ env: process.env, dataDir });
  return { ...process.env, ...shared, ...database.env, DISCLOSURE_FILE, AUDIT_KEY_FILE, SEAL_KEYS };
}

// The demo is for this machine alone; beyond it, it has to be asked for, and is then refused by the schema.
function toDemo(host) {
  if (process.env.LILINK_DEMO) return process.env.LILINK_DEMO;
  if (!database.demo) return "0";
  const addresses = [host, new URL(process.env.PUBLIC_URL || "http://localhost").hostname];
  if (addresses.every((name) => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(name))) return "1";
  say("no demo accounts: HOST or PUBLIC_URL reaches beyond this machine");
  return "0";
}

async function waitUntilReady(port, logDir) {
  say("starting web and worker");
  const until = performance.now() + READY_MS;
  while (!ending) {
    const status = await fetch(`http://localhost:${port}/api/health/ready`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (performance.now() > until)
      refuse(`The web server is not ready after two minutes; ${logDir}/web.log says why.`);
    await pause(100);
  }
}

function tell(port, dataDir, env) {
  const lines = [`ready http://localhost:${port}`];
  const file = join(dataDir, "demo-accounts.json");
  if (env.LILINK_DEMO === "1" && existsSync(file)) {
    lines.push(file, ...JSON.parse(readFileSync(file, "utf8")).map(toAccountLine));
  }
  if (!env.SMTP_URL) lines.push(`e-mails land in ${join(dataDir, "mail")}`);
  lines.push(`the audit is verified by the public key in ${join(dataDir, "audit.pub")}`);
  lines.push(`logs are in ${join(dataDir, "logs")}`);
  process.stdout.write(`${lines.join("\n")}\n`);
}

function toAccountLine({ email, password, organization, role }) {
  return `  ${email.padEnd(26)} ${password}  ${organization}, ${role}`;
}

onEnd(() => {
  say("stopping");
  return end(0);
});
main().catch(async (error) => {
  if (ending) return;
  complain(error);
  await end(1);
});
