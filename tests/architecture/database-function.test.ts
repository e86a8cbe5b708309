import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findScatteredFunctions, type SqlFile } from "./rule/database-function.ts";
import { ROOT } from "./source/manifest.ts";

const files: SqlFile[] = ["packages/db/sql", "packages/db/migrations"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), "utf8") })),
);
const judge = (path: string, text: string) => findScatteredFunctions([...files, { path, text }]);

describe("a database function lives in one file", () => {
  it("holds for every function", () => {
    expect(
      files
        .map(({ text }) => text)
        .join("")
        .match(/create or replace function/g)?.length,
    ).toBeGreaterThan(100);
    expect(findScatteredFunctions(files)).toEqual([]);
  });

  it("finds one in a migration, and one that stands in a second file", () => {
    const sql = "select 1;\n\ncreate or replace function app.org() returns uuid language sql as '';";
    expect(judge("packages/db/migrations/9000_new.sql", sql)).toMatchObject([
      { line: 3, message: expect.stringContaining("outside packages/db/sql") },
    ]);
    expect(judge("packages/db/sql/planted.sql", sql)).toMatchObject([
      { line: 3, message: expect.stringContaining("packages/db/sql/actor.sql as well") },
    ]);
  });

  it("lets two functions of one name take different parameters", () => {
    const sql = "create or replace function app.org(p_day date) returns uuid language sql as '';";
    expect(judge("packages/db/sql/planted.sql", sql)).toEqual([]);
  });
});
