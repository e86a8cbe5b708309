import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { startEmbedded } from "../embedded/index.ts";
import { backUp } from "./back-up.ts";
import { RecoveryError } from "./error.ts";
import { restore } from "./restore.ts";
import { listBases } from "./store.ts";

// One cluster for all, since its making and copying is what takes long.
const home = join(mkdtempSync(join(tmpdir(), "lilink-recovery-")), "here");
const [dataDir, backupDir] = [join(home, "data"), join(home, "backup")];
const silent = () => undefined;

afterAll(() => rmSync(join(home, ".."), { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function askFolder(folder: string, sql: string): Promise<Record<string, unknown>[]> {
  const server = await startEmbedded({ dataDir: folder });
  try {
    return await ask(server.ownerUrl, sql);
  } finally {
    await server.stop();
  }
}

const lineOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing was refused",
    (error: unknown) => (error instanceof RecoveryError ? error.message : String(error)),
  );

const back = (into: string, to?: Date) => restore({ backupDir, into: join(home, into), to, say: silent });

describe("a backup and what follows it", () => {
  it("[RC1][RC3][RC4] brings back a moment after it, and the files that agree with their sums", {
    timeout: 120_000,
  }, async () => {
    const server = await startEmbedded({ dataDir });
    await ask(server.ownerUrl, "create table kept (n int); insert into kept values (1)");
    mkdirSync(join(dataDir, "files", "ab"), { recursive: true });
    writeFileSync(join(dataDir, "files", "ab", "sent"), "what somebody sent");
    writeFileSync(join(dataDir, "files", "ab", "other"), "what another sent");
    // What a backup that was killed leaves: it does not count, and is swept by the next.
    mkdirSync(join(backupDir, "base-20200101T000000Z.part", "postgres"), { recursive: true });
    mkdirSync(join(backupDir, "base-20200102T000000Z"));
    expect(listBases(backupDir)).toEqual([]);
    const { base } = await backUp({ dataDir, backupDir, keep: 2, say: silent });
    expect(readdirSync(backupDir).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(listBases(backupDir).map(({ folder }) => folder)).toEqual([base]);
    const after = async (moment: number) => {
      for (;;) {
        const [row] = await ask(server.ownerUrl, "select clock_timestamp() as now");
        if (row?.now instanceof Date && row.now.getTime() > moment) return row.now.getTime();
      }
    };
    await ask(server.ownerUrl, "insert into kept values (2)");
    // A moment is told in whole milliseconds: each of the two changes needs its own.
    const moment = await after((await after(0)) + 1);
    await after(moment + 1);
    await ask(server.ownerUrl, "insert into kept values (3)");
    // An end in order hands over the last segment.
    await server.stop();
    rmSync(dataDir, { recursive: true });
    writeFileSync(join(backupDir, "files", "ab", "other"), "what nobody sent");

    const report = await back("then", new Date(moment));
    expect(report).toMatchObject({ base, files: 1, damaged: ["ab/other"] });
    expect(await askFolder(join(home, "then"), "select n from kept order by n")).toEqual([
      { n: 1 },
      { n: 2 },
    ]);
    expect(readFileSync(join(home, "then", "files", "ab", "sent"), "utf8")).toBe("what somebody sent");
    expect(existsSync(join(home, "then", "files", "ab", "other"))).toBe(false);
    expect(existsSync(join(home, "then", "postgres", "lilink.archive"))).toBe(false);
  });

  it("[RC4] refuses in one line what it cannot bring back, and writes over nothing", {
    timeout: 60_000,
  }, async () => {
    mkdirSync(join(home, "full"));
    writeFileSync(join(home, "full", "mine"), "");
    expect(await lineOf(back("full"))).toContain("is not empty");
    expect(readdirSync(join(home, "full"))).toEqual(["mine"]);
    expect(await lineOf(back("early", new Date("2020-01-01T00:00:00Z")))).toContain("the first moment");
    expect(existsSync(join(home, "early"))).toBe(false);
    const [base] = listBases(backupDir);
    writeFileSync(join(base?.folder ?? "", "postgres", "PG_VERSION"), "18\n");
    expect(await lineOf(back("bad"))).toContain("is damaged");
    // Nobody takes the rest of a restore for a new, empty exchange.
    expect(await lineOf(startEmbedded({ dataDir: join(home, "bad") }))).toContain("not a finished database");
  });
});
