import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findBreakingMigrations, type Migration } from "./rule/migration.ts";
import { ROOT } from "./source/manifest.ts";

/** The baseline makes the tables of an empty database: no release can serve meanwhile. */
const FIRST_AFTER_THE_BASELINE = "0001_chain_concept";
const FOLDER = "packages/db/migrations";

const migrations: Migration[] = readdirSync(join(ROOT, FOLDER))
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .map((name) => ({ path: `${FOLDER}/${name}`, text: readFileSync(join(ROOT, FOLDER, name), "utf8") }));

const judge = (text: string, path = `${FOLDER}/9000_new.sql`) =>
  findBreakingMigrations([...migrations, { path, text }], FIRST_AFTER_THE_BASELINE).filter(
    (breach) => breach.path === path,
  );

describe("migrations beside the release before", () => {
  it("[RC8] take nothing away", () => {
    expect(migrations.map(({ path }) => path).slice(0, 2)).toEqual([
      `${FOLDER}/0000_baseline.sql`,
      `${FOLDER}/${FIRST_AFTER_THE_BASELINE}.sql`,
    ]);
    expect(findBreakingMigrations(migrations, FIRST_AFTER_THE_BASELINE)).toEqual([]);
  });

  it.each([
    'ALTER TABLE "posting" DROP COLUMN "title";',
    "drop table posting;",
    'ALTER TABLE "posting" RENAME COLUMN "title" TO "heading";',
    "alter table posting rename title to heading;",
    'ALTER TABLE "posting" ALTER COLUMN "title" SET DATA TYPE varchar(10);',
    'ALTER TABLE "posting" ALTER COLUMN "trl" SET NOT NULL;',
    'ALTER TABLE "posting" ADD COLUMN "weight" numeric NOT NULL;',
    "truncate posting;",
  ])("[RC8] catch %s", (text) => {
    expect(judge(`select 1;\n\n${text}`)).toMatchObject([{ line: 3 }]);
  });

  it.each([
    'ALTER TABLE "posting" ADD COLUMN "weight" numeric DEFAULT 0 NOT NULL;',
    'ALTER TABLE "posting" ADD COLUMN "weight" numeric;',
    'ALTER TABLE "posting" ALTER COLUMN "title" DROP NOT NULL;',
    "-- drop table posting;\ncomment on table posting is 'drop table posting';",
    "create or replace function f() returns void language sql as $$ drop table posting $$;",
    "-- second step of 0001_chain_concept: nothing reads it since then\nalter table market_pair drop column judged;",
  ])("[RC8] let pass %s", (text) => {
    expect(judge(text)).toEqual([]);
  });

  it("keep the journal and the last snapshot, and no other", () => {
    const tags = migrations.map(({ path }) => path.slice(FOLDER.length + 1, -".sql".length));
    const last = tags.at(-1)?.slice(0, 4);
    expect(readdirSync(join(ROOT, FOLDER, "meta")).sort()).toEqual([
      `${last}_snapshot.json`,
      "_journal.json",
    ]);
  });

  it("[RC8] believe no second step whose first there never was", () => {
    expect(judge("-- second step of 0001_nothing: so\ndrop table posting;")).toHaveLength(1);
  });
});
