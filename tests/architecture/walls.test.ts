import { describe, expect, it } from "vitest";
import { countClients, findServerCodeInBrowser } from "./rule/browser.ts";
import { findCycles } from "./rule/cycle.ts";
import { findDirectionBreaches, MAY_IMPORT } from "./rule/direction.ts";
import { findFolderCircles, findWingBreaches } from "./rule/folder.ts";
import { findImpurities } from "./rule/purity.ts";
import { readManifests } from "./source/manifest.ts";
import { type Breach, toModule } from "./source/module.ts";
import { readModules, roomOf } from "./source/read-modules.ts";

const manifests = readManifests();
const modules = readModules(manifests);
const plant = (path: string, text: string) => toModule(path, text, manifests);
const toLines = (breaches: readonly Breach[]) =>
  breaches.map(({ path, line, message }) => `${path}${line === undefined ? "" : `:${line}`} ${message}`);

describe("what was read", () => {
  it("is the whole house, with its imports", () => {
    expect(modules.length).toBeGreaterThan(150);
    expect(new Set(modules.map(({ path }) => roomOf(path)))).toEqual(
      new Set([...Object.keys(MAY_IMPORT), "tests", "scripts"]),
    );
    expect(modules.flatMap(({ imports }) => imports).filter(({ target }) => target).length).toBeGreaterThan(
      300,
    );
  });
});

describe("directions", () => {
  it("keep to the table", () => {
    expect(toLines(findDirectionBreaches(modules))).toEqual([]);
  });

  it.each([
    [
      "an engine that knows the domain",
      "packages/engine/src/bands/x.ts",
      'import { concepts } from "@lilink/model/chain";',
    ],
    [
      "a model that reads the database",
      "packages/model/src/posting/x.ts",
      'import { migrate } from "@lilink/db";',
    ],
    [
      "a page that calls a service",
      "apps/web/src/app/[locale]/page.tsx",
      'import { call } from "@lilink/services";',
    ],
    [
      "a router that writes SQL",
      "packages/api/src/router/x.ts",
      'import { posting } from "@lilink/db/schema";',
    ],
    [
      "a way around the public entry",
      "packages/api/src/x.ts",
      'import { call } from "../../services/src/kernel/call.ts";',
    ],
    ["an entry that does not exist", "packages/api/src/x.ts", 'export * from "@lilink/services/kernel";'],
    ["lib that imports a feature", "apps/web/src/lib/x.ts", 'import "#features/home/view.ts";'],
    ["a dynamic import", "packages/ui/src/x.ts", 'const x = await import("@lilink/model/chain");'],
  ])("catch %s", (_, path, text) => {
    expect(findDirectionBreaches([plant(path, text)])).toHaveLength(1);
  });
});

describe("circles", () => {
  it("do not exist", () => {
    expect(toLines(findCycles(modules))).toEqual([]);
  });

  it("are caught, those of types too", () => {
    const one = plant("packages/model/src/a.ts", 'import { b } from "./b.ts";');
    expect(findCycles([one, plant("packages/model/src/b.ts", 'export * from "./a.ts";')])).toHaveLength(1);
    expect(
      findCycles([one, plant("packages/model/src/b.ts", 'import type { A } from "./a.ts";')]),
    ).toHaveLength(1);
  });
});

describe("folders", () => {
  it("of one package never import each other", () => {
    expect(toLines(findFolderCircles(modules, manifests))).toEqual([]);
  });

  it.each([
    [
      "two folders that import each other",
      plant("packages/model/src/a/x.ts", 'import { y } from "../b/y.ts";'),
      plant("packages/model/src/b/z.ts", 'import type { W } from "../a/w.ts";'),
    ],
    [
      "two nouns of one wing",
      plant("packages/services/src/figures/a/x.ts", 'import { y } from "../b/y.ts";'),
      plant("packages/services/src/figures/b/z.ts", 'import { w } from "../a/w.ts";'),
    ],
  ])("catch %s", (_, one, other) => {
    expect(findFolderCircles([one, other], manifests)).toHaveLength(2);
    expect(findFolderCircles([one], manifests)).toEqual([]);
  });

  it("of services import what is below them alone, and the kernel names no noun", () => {
    expect(modules.filter(({ path }) => path.startsWith("packages/services/src/kernel/"))).not.toEqual([]);
    expect(toLines(findWingBreaches(modules))).toEqual([]);
  });

  it.each([
    ["a kernel that names a noun", "kernel/x.ts", "../platform/webhook/sign-event.ts"],
    ["a ground that calls a wing", "ground/file/x.ts", "../../figures/goal/load-goal.ts"],
    ["a wing that calls a later one", "figures/goal/x.ts", "../../group/board/load-board.ts"],
    ["a noun outside of the wings", "goal/x.ts", "../kernel/call.ts"],
  ])("catch %s", (_, path, target) => {
    const module = plant(`packages/services/src/${path}`, `import { x } from "${target}";`);
    expect(findWingBreaches([module])).toHaveLength(1);
  });
});

describe("the browser", () => {
  it("is sent nothing of the server, of the ranking or of the withheld figures", () => {
    expect(countClients(modules)).toBeGreaterThan(10);
    expect(toLines(findServerCodeInBrowser(modules))).toEqual([]);
  });

  it("is guarded through every step of the way", () => {
    const client = plant(
      "apps/web/src/features/x/components/x.tsx",
      '"use client";\nimport { y } from "#features/x/view.ts";',
    );
    const view = (text: string) => plant("apps/web/src/features/x/view.ts", text);
    const matching = view('export { rankCandidates as y } from "@lilink/model/matching";');
    expect(findServerCodeInBrowser([client, matching])).toHaveLength(1);
    const withheld = view('export { releaseTable as y } from "@lilink/engine/disclosure";');
    expect(findServerCodeInBrowser([client, withheld])).toHaveLength(1);
    const chart = view('export { Chart as y } from "@lilink/ui/chart";');
    const entry = modules.filter(({ path }) => path.startsWith("packages/ui/src/chart/"));
    expect(findServerCodeInBrowser([client, chart, ...entry])).toHaveLength(1);
    const live = modules.filter(({ path }) => path.startsWith("packages/ui/src/chart/live/"));
    const from = '"../../../../../../packages/ui/src/chart/live/live-map.ts"';
    const clientOf = (text: string) => plant(client.path, `"use client";\n${text}`);
    expect(
      findServerCodeInBrowser([clientOf(`import { startLiveMap } from ${from};`), ...live]),
    ).toHaveLength(1);
    expect(findServerCodeInBrowser([clientOf(`const load = () => import(${from});`), ...live])).toEqual([]);
    const types = view('import type { Series } from "@lilink/ui/chart";');
    expect(findServerCodeInBrowser([client, types, ...entry])).toEqual([]);
    expect(findServerCodeInBrowser([client, view('import type { AppRouter } from "@lilink/api";')])).toEqual(
      [],
    );
  });
});

describe("engine, model and services", () => {
  it("take time and chance from outside", () => {
    expect(toLines(findImpurities(modules))).toEqual([]);
  });

  it.each([
    ["packages/services/src/x.ts", "const at = new Date();"],
    ["packages/services/src/x.ts", "const url = process.env.DATABASE_URL;"],
    ["packages/model/src/x.ts", "const at = Date.now();"],
    ["packages/model/src/x.ts", "const luck = () => Math.random();"],
    ["packages/model/src/x.ts", 'import { readFileSync } from "node:fs";'],
    ["packages/engine/src/x.ts", "const luck = () => Math.random();"],
    ["packages/engine/src/x.ts", 'import { readFileSync } from "node:fs";'],
  ])("are caught in %s with: %s", (path, text) => {
    expect(findImpurities([plant(path, text)])).toHaveLength(1);
  });

  it("may turn a given time into another", () => {
    expect(findImpurities([plant("packages/model/src/x.ts", "const at = new Date(given);")])).toEqual([]);
  });
});
