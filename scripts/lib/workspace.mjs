import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";
import { refuse, say } from "./say.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const NODE_FLOOR = [20, 19];
const INSTALL_MARK = join(ROOT, "node_modules/.lilink-install");
const BUILD_MARK = join(ROOT, ".cache/build");
const BUILT = [
  "packages/db/dist/embedded.mjs",
  "apps/worker/dist/main.mjs",
  "apps/worker/dist/protect-thread.mjs",
  "apps/worker/dist/print-thread.mjs",
  "apps/worker/dist/read-table-thread.mjs",
  "apps/worker/dist/prepare.mjs",
  "apps/web/server/dist/all.cjs",
  "apps/web/server/dist/all.cjs.kept",
  "apps/web/.next/standalone/apps/web/server.js",
  "apps/web/.next/standalone/apps/web/.next/static",
];
const NOT_AN_INPUT = new Set([
  "README.md",
  "SPEC.md",
  "DESIGN.md",
  "node_modules",
  ".cache",
  ".next",
  "dist",
  ".turbo",
  "testing",
  "next-env.d.ts",
]);

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1])) return;
  refuse(
    `Node ${process.versions.node} is too old: LiLink needs ${NODE_FLOOR.join(".")} or newer (22 or 24 is better).`,
  );
}

/** Runs pnpm in the version that package.json names, brought by npx; corepack is not needed. */
export function pnpm(args, options) {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return run("npx", ["-y", packageManager, ...args], {
    cwd: ROOT,
    ...options,
    env: { CI: "1", ...options?.env },
  });
}

export async function ensureInstalled() {
  checkNode();
  const manifests = [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    "package.json",
    ...listFolders().map((f) => `${f}/package.json`),
  ];
  const wanted = toHash([process.version, ...manifests.map((path) => join(ROOT, path))]);
  if (readMark(INSTALL_MARK) === wanted) return;
  say("installing the dependencies (half a minute to a minute the first time)");
  const code = await pnpm(["install", "--frozen-lockfile", "--reporter=append-only"], {
    env: { NODE_ENV: "development" },
  });
  if (code !== 0) refuse("The dependencies could not be installed; the lines above say why.");
  writeMark(INSTALL_MARK, wanted);
}

/**
 * Builds everything that has a build step. Skipped when no input changed since. `once`: nobody builds again soon, so that
 * nothing is kept to make the next build quicker; to write it takes as long as a fifth of the build. `meanwhile` needs what is
 * built in seconds, everything but the pages, and runs while these are built; `whenFound` runs before it where all is built.
 */
export async function ensureBuilt({ once = false, whenFound = () => {}, meanwhile = async () => {} } = {}) {
  const files = listFolders()
    .filter((folder) => !folder.startsWith("tests/"))
    .flatMap((folder) => listInputs(join(ROOT, folder)));
  const roots = ["pnpm-lock.yaml", "tsconfig.base.json", "turbo.json"].map((path) => join(ROOT, path));
  const wanted = toHash([process.version, ...roots, ...files.sort()]);
  if (readMark(BUILD_MARK) === wanted && BUILT.every((path) => existsSync(join(ROOT, path)))) {
    whenFound();
    return meanwhile();
  }
  say("building (one to three minutes the first time)");
  await build(["--filter=!@lilink/web"], once);
  await Promise.all([build([], once), meanwhile()]);
  writeMark(BUILD_MARK, wanted);
}

async function build(which, once) {
  const code = await pnpm(["exec", "turbo", "run", "build", "--output-logs=new-only", ...which], {
    env: { NODE_ENV: "production", LILINK_BUILD_ONCE: once ? "1" : "" },
  });
  if (code !== 0) refuse("The build failed; the lines above say why.");
}

export function listFolders() {
  return ["apps", "packages", "tests"].flatMap((group) =>
    readdirSync(join(ROOT, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(ROOT, folder, "package.json"))),
  );
}

/** The files of a folder that its build is made of. */
export function listInputs(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_AN_INPUT.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    return entry.isDirectory() ? listInputs(path) : [path];
  });
}

/** Words as they are, files by name and content. */
export function toHash(parts) {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${part}\0`);
    if (statSync(part, { throwIfNoEntry: false })?.isFile()) hash.update(readFileSync(part));
  }
  return hash.digest("hex");
}

export function readMark(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

export function writeMark(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
