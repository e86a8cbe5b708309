// npm run drill: destroys an exchange under load and brings it back. -- --seconds N (of load before each blow, 10 unless told)
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Comparison, compare } from "./recovery/compare.ts";
import { fillExchange, openExchange } from "./recovery/open-exchange.ts";
import { runCommand, startCommand } from "./recovery/run-command.ts";
import { startLoad, type Written } from "./recovery/write-load.ts";

const RPO_SECONDS = 300;
const RTO_SECONDS = 1800;
const ARCHIVE_PATIENCE_MS = 120_000;

const say = (line: string) => console.error(`· ${line}`);
const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "10" } } });
  const loadMs = Number(values.seconds) * 1000;
  if (!(loadMs > 0)) throw new Error("--seconds must be a number above 0");
  const home = join(mkdtempSync(join(tmpdir(), "lilink-drill-")), "here");
  try {
    return await drill(home, loadMs);
  } finally {
    rmSync(join(home, ".."), { recursive: true, force: true });
  }
}

async function drill(home: string, loadMs: number): Promise<boolean> {
  const [dataDir, backupDir] = [join(home, "data"), join(home, "backup")];
  say("filling an exchange");
  const authors = await fillExchange(dataDir, say);
  const exchange = await openExchange(dataDir, say);
  const load = startLoad(exchange.app, authors);
  await waitUntil("the first acknowledgements", () => load.written.length >= 20);
  await killBackup(dataDir, backupDir);
  await runCommand("backup", ["--to", backupDir], { DATA_DIR: dataDir });
  await pause(loadMs);
  load.requireGoing();
  await exchange.signHeads();
  // The clock here drops what is below a millisecond: what was just signed is to lie before the moment.
  const moment = Date.now() + 1;
  const { rows } = await exchange.owner.query<{ segment: string }>(
    "select pg_walfile_name(pg_current_wal_lsn()) as segment",
  );
  say(`the moment is ${new Date(moment).toISOString()}, ${load.written.length} steps are acknowledged`);
  await waitUntil("the log of the moment in the backup", () =>
    existsSync(join(backupDir, "wal", `${rows[0]?.segment}.gz`)),
  );
  await pause(loadMs);
  load.requireGoing();
  const blow = Date.now();
  await exchange.destroy();
  rmSync(dataDir, { recursive: true });
  await load.stop();
  say(`destroyed with ${load.written.length} steps acknowledged`);

  const latest = await bringBack(home, "latest", [], load.written, blow);
  const rtoSeconds = seconds(blow, latest.serving);
  const then = await bringBack(
    home,
    "moment",
    ["--to", new Date(moment).toISOString()],
    load.written,
    moment,
  );
  const firstLost = Math.min(blow, ...latest.comparison.lost.map(({ acknowledged }) => acknowledged));
  const rpoSeconds = seconds(firstLost, blow);
  const { acknowledged, found, lost, late, uploads } = then.comparison;
  const report = {
    ...{ rtoSeconds, rpoSeconds, acknowledged, found, lost: lost.length, late, uploads, chain: then.chain },
    latest: { ...latest.comparison, lost: latest.comparison.lost.length, chain: latest.chain },
  };
  for (const one of lost) console.error(`✗ acknowledged before the moment and lost: ${JSON.stringify(one)}`);
  console.log(JSON.stringify(report));
  const whole = [then, latest].every(({ chain }) => chain === "whole");
  const agree = uploads.rows === uploads.agree;
  return (
    acknowledged > 0 &&
    lost.length + late === 0 &&
    whole &&
    agree &&
    rpoSeconds <= RPO_SECONDS &&
    rtoSeconds <= RTO_SECONDS
  );
}

/** A backup that is killed in the middle leaves nothing that counts, and nothing in the way of the next. */
async function killBackup(dataDir: string, backupDir: string): Promise<void> {
  const { child, done } = startCommand("backup", ["--to", backupDir], { DATA_DIR: dataDir });
  const namesOf = () => (existsSync(backupDir) ? readdirSync(backupDir) : []);
  await waitUntil("a backup under way", () => namesOf().some((name) => name.endsWith(".part")));
  child.kill("SIGKILL");
  await done;
  if (namesOf().some((name) => name.startsWith("base-") && !name.endsWith(".part")))
    throw new Error("the backup was over before it was killed");
  say("killed a backup in the middle");
}

type Brought = { readonly serving: number; readonly comparison: Comparison; readonly chain: string };

async function bringBack(
  home: string,
  name: string,
  to: readonly string[],
  written: readonly Written[],
  until: number,
): Promise<Brought> {
  const dataDir = join(home, name);
  await runCommand("restore", ["--from", join(home, "backup"), "--into", dataDir, ...to]);
  const exchange = await openExchange(dataDir, say);
  await exchange.owner.query("select count(*) from posting");
  const serving = Date.now();
  try {
    const comparison = await compare(exchange.owner, dataDir, written, until);
    const { code, report } = await startCommand("verify-audit", [], { DATA_DIR: dataDir }).done;
    return { serving, comparison, chain: code === 0 ? "whole" : JSON.stringify(report) };
  } finally {
    await exchange.stop();
  }
}

async function waitUntil(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + ARCHIVE_PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what}: not within ${ARCHIVE_PATIENCE_MS / 1000} s`);
    await pause(20);
  }
}

main().then(
  (held) => process.exit(held ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
