import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./source/manifest.ts";

const row = /^\| .+ \| ([A-Z]{2}\d+) \| (\S+\.test\.ts) \|$/gm;

it("every promise of docs/trust.md names a rule, and a test that quotes it", () => {
  const page = readFileSync(join(ROOT, "docs/trust.md"), "utf8");
  const rules = readFileSync(join(ROOT, "packages/model/SPEC.md"), "utf8");
  const rows = [...page.matchAll(row)];
  expect(rows.length).toBeGreaterThan(20);
  const gaps = rows.flatMap(([, rule = "", test = ""]) => {
    const file = join(ROOT, test);
    if (!rules.includes(`**[${rule}]**`)) return [`SPEC has no rule ${rule}`];
    if (!existsSync(file)) return [`there is no ${test}`];
    return readFileSync(file, "utf8").includes(`[${rule}]`) ? [] : [`${test} does not quote ${rule}`];
  });
  expect(gaps).toEqual([]);
});
