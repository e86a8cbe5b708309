import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Package } from "../rule/supply.ts";
import { ROOT } from "./manifest.ts";

const STORE = join(ROOT, "node_modules/.pnpm");

/** Every package that is installed, in each of its versions. */
export function readPackages(): Package[] {
  return readdirSync(STORE)
    .filter((entry) => entry.includes("@"))
    .flatMap((entry) => {
      const [, name, version] = /^((?:@[^+]+\+)?[^@]+)@([^_(]+)/.exec(entry) ?? [];
      if (name === undefined || version === undefined) return [];
      const file = join(STORE, entry, "node_modules", name.replace("+", "/"), "package.json");
      if (!existsSync(file)) return [];
      const { license, licenses } = JSON.parse(readFileSync(file, "utf8"));
      const named = license ?? licenses?.[0] ?? readTitle(dirname(file));
      return [{ name: name.replace("+", "/"), version, license: toText(named) }];
    });
}

/** The versions of pnpm-workspace.yaml; its catalog is a flat list of `name: version`. */
export function readCatalog(): Record<string, string> {
  const text = readFileSync(join(ROOT, "pnpm-workspace.yaml"), "utf8");
  const block = /^catalog:\n((?: {2}.*\n|\n)+)/m.exec(text)?.[1] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/^ {2}'?([^'\s:]+)'?: '?([^'\s]+)'?$/gm)].map(([, name, version]) => [name, version]),
  );
}

/** The licence that a package without a named one brings as a file, by its first line. */
function readTitle(folder: string): string | undefined {
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((name) => join(folder, name)).find(existsSync);
  return file && /^(?:The )?MIT License\s/.test(readFileSync(file, "utf8")) ? "MIT" : undefined;
}

function toText(license: unknown): string {
  if (typeof license === "string") return license;
  return typeof license === "object" && license !== null && "type" in license
    ? String(license.type)
    : "no licence";
}
