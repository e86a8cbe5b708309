import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export type Manifest = {
  readonly folder: string;
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

export function readManifests(): Manifest[] {
  return ["apps", "packages", "tests"].flatMap((group) =>
    readdirSync(join(ROOT, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(ROOT, folder, "package.json")))
      .map((folder) => {
        const json = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
        return { exports: {}, dependencies: {}, devDependencies: {}, ...json, folder } as Manifest;
      }),
  );
}
