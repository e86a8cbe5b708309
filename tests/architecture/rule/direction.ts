import type { Breach, Import, Module } from "../source/module.ts";
import { isTest, roomOf } from "../source/read-modules.ts";

/** The table of docs/architecture.md: a room may import only what its row lists. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  model: ["engine"],
  ui: [],
  watch: [],
  contract: ["model"],
  i18n: ["model"],
  db: ["model", "watch"],
  services: ["engine", "model", "contract", "db", "watch"],
  auth: ["model", "contract", "services"],
  api: ["model", "contract", "services", "auth", "i18n"],
  documents: ["engine", "model", "contract", "i18n"],
  web: ["engine", "api", "auth", "contract", "model", "i18n", "ui", "documents", "watch"],
  worker: ["services", "contract", "db", "i18n", "documents", "watch"],
};

const WEB_LAYERS = ["lib", "components", "features", "app"];

export function findDirectionBreaches(modules: readonly Module[]): Breach[] {
  return modules.flatMap((module) =>
    module.imports.flatMap((one) => {
      const message = judge(module, one);
      return message === undefined ? [] : [{ path: module.path, line: one.line, message }];
    }),
  );
}

function judge(module: Module, { specifier, target }: Import): string | undefined {
  const from = roomOf(module.path);
  if (target === undefined) {
    return specifier.startsWith("@lilink/")
      ? `${specifier} is no public entry of that package: import what its package.json exports, or export it there`
      : undefined;
  }
  const to = roomOf(target);
  if (from === to) return from === "web" ? judgeWebLayer(module.path, target, specifier) : undefined;
  if (specifier.startsWith(".")) {
    return `${specifier} reaches into another room: import the public entry of @lilink/${to} instead`;
  }
  if (isTest(module.path) && (module.path.startsWith("tests/") || specifier.includes("/testing")))
    return undefined;
  if (MAY_IMPORT[from]?.includes(to)) return undefined;
  const allowed = MAY_IMPORT[from]?.join(", ") || "no room of ours";
  return `${from} may not import ${to} (it may import ${allowed}): move the code to where it belongs, or pass in what is needed`;
}

function judgeWebLayer(path: string, target: string, specifier: string): string | undefined {
  const layerOf = (file: string) => WEB_LAYERS.indexOf(/^apps\/web\/src\/([a-z]+)\//.exec(file)?.[1] ?? "");
  const [from, to] = [layerOf(path), layerOf(target)];
  if (from === -1 || to === -1 || to <= from) return undefined;
  return `${specifier}: inside web, imports go app -> features -> components -> lib; move what both need down to ${WEB_LAYERS[from]}`;
}
