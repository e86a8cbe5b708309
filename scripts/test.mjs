// npm test: everything there is, ending with `N passed, N failed`. --fast: what needs no database (npm run verify).
// --full: the whole matrix of languages, themes and widths, and the same journeys on two instances behind a pooler.
// --only=unit|services|e2e|pair|types|lint picks one part.
import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./lib/browser.mjs";
import { endAll, onEnd, run } from "./lib/children.mjs";
import { findPooler } from "./lib/pooler.mjs";
import { complain, say } from "./lib/say.mjs";
import { createTally } from "./lib/tally.mjs";
import { ensureBuilt, ensureInstalled, listFolders, ROOT } from "./lib/workspace.mjs";

const REPORTS = join(ROOT, "test-results");
// Both of two cores: left to itself, the runner keeps one of them idle.
const WORKERS = Math.max(2, availableParallelism() - 1);

const flags = new Set(process.argv.slice(2));
const only = [...flags].find((flag) => flag.startsWith("--only="))?.slice("--only=".length);
const fast = flags.has("--fast");
const full = flags.has("--full");
const wants = (part, slow = false) => (only ? only === part : !(fast && slow));

async function main() {
  await ensureInstalled();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const tally = createTally();
  if (wants("types")) await checkTypes(tally);
  if (wants("lint"))
    tally.check(
      "lint",
      (await bin("@biomejs/biome/bin/biome", ["check", "--diagnostic-level=warn", "."])) === 0,
    );
  if (wants("unit")) await runVitest("unit", tally);
  if (wants("services", true)) await runVitest("services", tally);
  if (wants("e2e", true)) await runPlaywright("e2e", { LILINK_MATRIX: full ? "full" : "" }, tally);
  if (full ? wants("pair") : only === "pair") await runPair(tally);
  return tally.close();
}

async function checkTypes(tally) {
  say("types");
  const folders = listFolders();
  const next = async () => {
    for (let folder = folders.shift(); folder; folder = folders.shift()) {
      const cwd = join(ROOT, folder);
      if (folder === "apps/web")
        await run(process.execPath, [join(cwd, "node_modules/next/dist/bin/next"), "typegen"], { cwd });
      // What did not change since the last time is not checked again.
      const known = ["--incremental", "--tsBuildInfoFile", join(ROOT, `.cache/types/${folder}.tsbuildinfo`)];
      tally.check(
        `types ${folder}`,
        (await bin("typescript/bin/tsc", ["-p", "tsconfig.json", ...known], { cwd })) === 0,
      );
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, next));
}

async function runVitest(project, tally) {
  say(project);
  const file = join(REPORTS, `${project}.json`);
  await bin("vitest/vitest.mjs", [
    "run",
    `--project=${project}`,
    `--maxWorkers=${WORKERS}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  tally.vitest(file);
}

async function runPair(tally) {
  const pooler = await findPooler();
  if (pooler) return runPlaywright("pair", { LILINK_POOLER: pooler }, tally);
  tally.skip("two instances behind a pooler: there is no pgbouncer, and only root can bring it with apt-get");
}

async function runPlaywright(name, settings, tally) {
  await ensureBuilt();
  const browser = await findBrowser();
  say(name === "pair" ? "end to end, two instances behind PgBouncer" : "end to end");
  const file = join(REPORTS, `${name}.json`);
  const cwd = join(ROOT, "tests/e2e");
  await run(process.execPath, [join(cwd, "node_modules/@playwright/test/cli.js"), "test"], {
    cwd,
    env: { LILINK_MATRIX: "", LILINK_POOLER: "", ...browser, ...settings, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  tally.playwright(file);
}

function bin(path, args, options = {}) {
  return run(process.execPath, [join(ROOT, "node_modules", path), ...args], { cwd: ROOT, ...options });
}

onEnd(async () => {
  await endAll(10_000);
  process.exit(130);
});
main().then(
  (code) => process.exit(code),
  (error) => {
    complain(error);
    process.stdout.write("0 passed, 1 failed\n");
    process.exit(1);
  },
);
