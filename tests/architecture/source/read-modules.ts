import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, ROOT } from "./manifest.ts";
import { type Module, toModule } from "./module.ts";

const LEFT_OUT = new Set([
  "node_modules",
  ".cache",
  ".next",
  "dist",
  ".turbo",
  "test-results",
  "next-env.d.ts",
]);

export function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** Every source file of the repository, parsed. */
export function readModules(manifests: readonly Manifest[]): Module[] {
  return ["apps", "packages", "tests", "scripts"]
    .flatMap(listFiles)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => toModule(path, readFileSync(join(ROOT, path), "utf8"), manifests));
}

export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path) || path.startsWith("tests/") || /\/(testing|bench)\//.test(path);
}

/** packages/model/src/… is of the room `model`; scripts are a room of their own. */
export function roomOf(path: string): string {
  const [group, name] = path.split("/");
  return group === "apps" || group === "packages" ? (name ?? "") : (group ?? "");
}
