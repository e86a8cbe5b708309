// npm test: everything there is, ending with `N passed, N failed`. --fast (npm run verify): types, lint, the rules of the
// house, and the unit tests that reach a file changed since the last verify that passed. It needs no database.
// --full: the whole matrix of languages, themes and widths, the same journeys on two instances behind a pooler, and those of batteries on a server
// of their own.
// --only=unit|services|e2e|pair|apart|types|lint picks one part.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./lib/browser.mjs";
import { endAll, onEnd, run } from "./lib/children.mjs";
import { findPooler } from "./lib/pooler.mjs";
import { complain, say } from "./lib/say.mjs";
import { createTally } from "./lib/tally.mjs";
import {
  ensureBuilt,
  ensureInstalled,
  listFolders,
  listInputs,
  ROOT,
  readMark,
  toHash,
  writeMark,
} from "./lib/workspace.mjs";

const REPORTS = join(ROOT, "test-results");
const VERIFIED = join(ROOT, ".cache/verified");
// Both of two cores: left to itself, the runner keeps one of them idle.
const WORKERS = Math.max(2, availableParallelism() - 1);

const titles = {
  e2e: "end to end",
  pair: "end to end, two instances behind PgBouncer",
  apart: "end to end, batteries on a server of their own",
};

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
  if (wants("unit")) await (fast ? runChanged(tally) : runVitest("unit", tally));
  if (wants("services", true)) await runVitest("services", tally);
  if (wants("e2e", true)) await runPlaywright("e2e", { LILINK_MATRIX: full ? "full" : "" }, tally);
  if (full ? wants("pair") : only === "pair") await runPair(tally);
  if (full ? wants("apart") : only === "apart") await runPlaywright("apart", { LILINK_APART: "1" }, tally);
  const code = tally.close();
  if (fast && !only && code === 0) keepVerified();
  return code;
}

/** One build of declarations: a package is checked again only if it or the declarations below it changed. */
async function checkTypes(tally) {
  say("types");
  const web = join(ROOT, "apps/web");
  // Routes that a development server once saw would hide those of now.
  rmSync(join(web, ".next/dev/types"), { recursive: true, force: true });
  listFolders().forEach(forgetChangedData);
  await run(process.execPath, [join(web, "node_modules/next/dist/bin/next"), "typegen"], { cwd: web });
  tally.check("types", (await bin("typescript/bin/tsc", ["--build"])) === 0);
}

/** The compiler does not see that a JSON file changed a declaration that was inferred from it, so that package starts anew. */
function forgetChangedData(folder) {
  const data = listInputs(join(ROOT, folder)).filter((path) => path.endsWith(".json"));
  const cache = join(ROOT, folder, ".cache");
  const wanted = toHash(data.sort());
  if (readMark(join(cache, "data")) === wanted) return;
  rmSync(join(cache, "types.tsbuildinfo"), { force: true });
  writeMark(join(cache, "data"), wanted);
}

/** Rules of the house read files that they do not import, so they always run. */
async function runChanged(tally) {
  const since = readVerified();
  if (!since) return runVitest("unit", tally);
  await runVitest("unit", tally, ["tests/architecture"]);
  await runVitest("unit", tally, [
    `--changed=${since}`,
    "--passWithNoTests",
    "--exclude=tests/architecture/**",
  ]);
}

async function runVitest(project, tally, which = []) {
  say([project, ...which].join(" "));
  const file = join(REPORTS, `${project}.json`);
  await bin("vitest/vitest.mjs", [
    "run",
    ...which,
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
  say(titles[name]);
  const file = join(REPORTS, `${name}.json`);
  const cwd = join(ROOT, "tests/e2e");
  await run(process.execPath, [join(cwd, "node_modules/@playwright/test/cli.js"), "test"], {
    cwd,
    env: {
      LILINK_MATRIX: "",
      LILINK_POOLER: "",
      LILINK_APART: "",
      ...browser,
      ...settings,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  });
  tally.playwright(file);
}

function readVerified() {
  const mark = readMark(VERIFIED);
  return mark && git("cat-file", "-t", mark) === "commit" ? mark : null;
}

function keepVerified() {
  const head = git("rev-parse", "HEAD");
  if (head) writeMark(VERIFIED, head);
}

/** What git answers, or null without git. */
function git(...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
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
