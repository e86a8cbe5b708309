import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findNamelessActs } from "./rule/act.ts";
import { findMessageGaps, type Messages } from "./rule/message.ts";
import { findNames } from "./rule/name.ts";
import { findLostReferences } from "./rule/reference.ts";
import { findSizes, findSpread } from "./rule/size.ts";
import { findLicenses, findLoosePins, findLowVersions, findManifestBreaches } from "./rule/supply.ts";
import { findWords } from "./rule/word.ts";
import { ROOT, readManifests } from "./source/manifest.ts";
import { type Breach, toModule } from "./source/module.ts";
import { readModules } from "./source/read-modules.ts";
import { readCatalog, readPackages } from "./source/read-packages.ts";

const manifests = readManifests();
const modules = readModules(manifests);
const packages = readPackages();
const plant = (path: string, text: string) => toModule(path, text, manifests);
const toLines = (breaches: readonly Breach[]) =>
  breaches.map(({ path, line, message }) => `${path}${line === undefined ? "" : `:${line}`} ${message}`);

describe("names", () => {
  it("say what a file does", () => {
    expect(toLines(findNames(modules, manifests))).toEqual([]);
  });

  it.each([
    "packages/model/src/utils/x.ts",
    "packages/model/src/posting/helpers.ts",
    "packages/model/src/posting/rankPosting.ts",
    "packages/services/src/posting/index.ts",
    "apps/web/src/features/posting/store.ts",
    "apps/web/src/app/[locale]/postings/table.tsx",
  ])("catch %s", (path) => {
    expect(findNames([plant(path, "export {};")], manifests)).toHaveLength(1);
  });
});

describe("sizes", () => {
  it("stay where a file can be read at once", () => {
    expect(toLines([...findSizes(modules), ...findSpread(modules)])).toEqual([]);
  });

  it("catch a file that is too long", () => {
    const long = (lines: number) => "export {};\n".repeat(lines);
    expect(findSizes([plant("packages/model/src/x.ts", long(301))])).toHaveLength(1);
    expect(findSizes([plant("packages/model/src/x.test.ts", long(400))])).toEqual([]);
    expect(
      findSpread(Array.from({ length: 20 }, (_, at) => plant(`packages/model/src/a${at}.ts`, long(250)))),
    ).toHaveLength(1);
  });
});

describe("words", () => {
  it("are those of the house", () => {
    expect(toLines(findWords(modules))).toEqual([]);
  });

  it.each([
    ["packages/model/src/x.ts", `// ${"TO"}${"DO"} later`],
    ["packages/model/src/x.ts", `export const x = (y: ${"an"}${"y"}) => y;`],
    ["packages/model/src/x.ts", `export const x = (y?: string) => y${"!"};`],
    ["packages/model/src/x.test.ts", `it.${"skip"}("x", () => {});`],
    ["packages/model/src/x.ts", `export const x = "${"/ho"}${"me"}/somebody/file";`],
    ["packages/model/src/x.ts", `export const ${"organi"}${"sation"} = 1;`],
    ["apps/web/src/lib/x.ts", 'export const x = "锂";'],
  ])("catch in %s: %s", (path, text) => {
    expect(findWords([plant(path, text)])).toHaveLength(1);
  });
});

describe("packages", () => {
  it("stand at or above their floors", () => {
    expect(packages.length).toBeGreaterThan(300);
    expect(toLines(findLowVersions(packages))).toEqual([]);
    expect(findLowVersions([{ name: "next", version: "16.3.2", license: "MIT" }])).toHaveLength(1);
    expect(findLowVersions([{ name: "xlsx", version: "0.18.5", license: "Apache-2.0" }])).toHaveLength(1);
  });

  it("are under licences that can be shipped", () => {
    expect(toLines(findLicenses(packages))).toEqual([]);
    expect(findLicenses([{ name: "x", version: "1.0.0", license: "AGPL-3.0" }])).toHaveLength(1);
    expect(findLicenses([{ name: "x", version: "1.0.0", license: "(GPL-2.0 OR MIT)" }])).toEqual([]);
  });

  it("are pinned once, and SQL stays in db and services", () => {
    const catalog = readCatalog();
    expect(Object.keys(catalog).length).toBeGreaterThan(40);
    expect(toLines([...findLoosePins(catalog), ...findManifestBreaches(manifests)])).toEqual([]);
    expect(findLoosePins({ next: "^16.0.0" })).toHaveLength(1);
    const planted = { folder: "packages/api", name: "x", exports: {}, devDependencies: {} };
    expect(findManifestBreaches([{ ...planted, dependencies: { "drizzle-orm": "catalog:" } }])).toHaveLength(
      1,
    );
    expect(findManifestBreaches([{ ...planted, dependencies: { zod: "4.6.7" } }])).toHaveLength(1);
  });
});

describe("messages", () => {
  const folder = join(ROOT, "packages/i18n/messages");
  const read = (language: string, file: string) =>
    JSON.parse(readFileSync(join(folder, language, file), "utf8")) as Messages;

  it("stand in both languages, key by key", () => {
    const files = readdirSync(join(folder, "zh-CN")).sort();
    expect(files.length).toBeGreaterThan(5);
    expect(readdirSync(join(folder, "en")).sort()).toEqual(files);
    expect(
      toLines(
        files.flatMap((file) =>
          findMessageGaps(file.replace(".json", ""), read("zh-CN", file), read("en", file)),
        ),
      ),
    ).toEqual([]);
  });

  it("name every act that the audit log may hold", () => {
    const acts = read("zh-CN", "act.json");
    expect(modules.filter(({ text }) => text.includes("defineMutation({")).length).toBeGreaterThan(50);
    expect(toLines(findNamelessActs(modules, acts))).toEqual([]);
    const path = "packages/services/src/x.ts";
    const verb = (audit: string) =>
      plant(path, `export const x = defineMutation({ name: "posting.paint", audit: ${audit} });`);
    expect(findNamelessActs([verb("() => ({ subjectKind: 'posting' })")], acts)).toHaveLength(1);
    expect(findNamelessActs([verb("() => null")], acts)).toEqual([]);
    expect(
      findNamelessActs([plant(path, 'await writeEntry(ctx, "posting.look", note);')], acts),
    ).toHaveLength(1);
  });

  it("catch a key that one language lacks", () => {
    expect(findMessageGaps("x", { a: { b: "甲" } }, { a: {} })).toHaveLength(1);
    expect(findMessageGaps("x", { a: "" }, { a: "A" })).toHaveLength(1);
  });
});

describe("TypeScript projects", () => {
  const referencesOf = (folder: string): string[] => {
    const file = join(ROOT, folder, "tsconfig.json");
    const { references = [] } = JSON.parse(readFileSync(file, "utf8"));
    return references.map(({ path }: { path: string }) => path);
  };

  it("refer to the packages that they need, and the whole to each of them", () => {
    expect(toLines(findLostReferences(manifests, referencesOf))).toEqual([]);
    expect(referencesOf(".").sort()).toEqual(manifests.map(({ folder }) => folder).sort());
  });

  it("are refused without a reference", () => {
    const without = (folder: string) =>
      referencesOf(folder).filter((path) => path !== "../../packages/model");
    expect(findLostReferences(manifests, without).map(({ path }) => path)).toContain(
      "packages/contract/tsconfig.json",
    );
  });
});
