import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findAsvsGaps, listWantedItems, readAsvsRows } from "./rule/asvs.ts";
import { ROOT } from "./source/manifest.ts";

const row = /^\| .+ \| ([A-Z]{2}\d+) \| (\S+\.test\.ts) \|$/gm;
const read = (path: string) => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), "utf8") : null);

it("each id of a rule is given once", () => {
  const ids = ["model", "engine"].flatMap((room) =>
    [...(read(`packages/${room}/SPEC.md`) ?? "").matchAll(/^- \*\*\[([A-Z]{2}\d+)\]\*\*/gm)].map(
      ([, id]) => id,
    ),
  );
  expect(ids.length).toBeGreaterThan(300);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it("every promise of docs/trust.md names a rule, and a test that quotes it", () => {
  const rules = ["model", "engine"].map((room) => read(`packages/${room}/SPEC.md`) ?? "").join("\n");
  const rows = [...(read("docs/trust.md") ?? "").matchAll(row)];
  expect(rows.length).toBeGreaterThan(12);
  const gaps = rows.flatMap(([, rule = "", test = ""]) => {
    if (!rules.includes(`**[${rule}]**`)) return [`SPEC has no rule ${rule}`];
    const text = read(test);
    if (text === null) return [`there is no ${test}`];
    return text.includes(`[${rule}]`) ? [] : [`${test} does not quote ${rule}`];
  });
  expect(gaps).toEqual([]);
});

it("what the log adds to an act has its words in both languages", () => {
  const folder = "packages/services/src";
  const texts = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => read(join(folder, path)) ?? "");
  const names = new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\bdetail: \{([^{}]*)\}/g)].flatMap(([, inside = ""]) =>
        inside.split(",").flatMap((part) => /^\s*([A-Za-z]+)\s*(?::|$)/.exec(part)?.[1] ?? []),
      ),
    ),
  );
  expect(names.size).toBeGreaterThan(60);
  for (const language of ["zh-CN", "en"]) {
    const words = JSON.parse(read(`packages/i18n/messages/${language}/audit.json`) ?? "{}") as {
      readonly detail: Readonly<Record<string, string>>;
    };
    expect([...names].filter((name) => !(name in words.detail))).toEqual([]);
  }
});

describe("OWASP ASVS 5.0", () => {
  const page = read("docs/asvs.md") ?? "";

  it("has each item shown by a test, by the page that decides it, or left out with a reason", () => {
    expect(listWantedItems().length).toBeGreaterThan(250);
    expect(findAsvsGaps(page, read)).toEqual([]);
    const shown = readAsvsRows(page).filter((one) => /\.(test|spec)\.ts$|tests\/attacks/.test(one.where));
    expect(shown.length).toBeGreaterThan(100);
  });

  it("catches an item that is gone, a test that is gone, words that are gone, and an excuse without a reason", () => {
    const first = "| V8.2.1 | Acts | PL9 | packages/api/src/policy-matrix.test.ts |";
    expect(page).toContain(first);
    const gapsOf = (line: string) => findAsvsGaps(page.replace(first, line), read);
    expect(gapsOf("")[0]).toMatch(/^V8\.2\.1 has no row/);
    expect(gapsOf("| V8.2.1 | Acts | PL9 | packages/api/src/gone.test.ts |")[0]).toMatch(/there is no/);
    expect(gapsOf("| V8.2.1 | Acts | PL99 | packages/api/src/policy-matrix.test.ts |")[0]).toMatch(
      /does not say/,
    );
    expect(gapsOf("| V8.2.1 | Acts | – | not applicable: no |")[0]).toMatch(/say why/);
  });
});
