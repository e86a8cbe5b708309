import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyNewFiles, prunePool, readPool } from "./pool.ts";
import { findProgram } from "./program.ts";
import type { Base } from "./store.ts";
import { pruneWal } from "./wal.ts";

const home = mkdtempSync(join(tmpdir(), "lilink-pool-"));
const [data, backup] = [join(home, "data"), join(home, "backup")];
const day = (number: number) => new Date(Date.UTC(2026, 10, number));
const send = (name: string) => {
  mkdirSync(join(data, "files"), { recursive: true });
  mkdirSync(backup, { recursive: true });
  writeFileSync(join(data, "files", name), name);
};

afterAll(() => rmSync(home, { recursive: true, force: true }));

it("[RC2] copies each file once, and again where its copy was cut short", async () => {
  send("one");
  send("two");
  expect(await copyNewFiles(data, backup, day(1))).toBe(2);
  expect(await copyNewFiles(data, backup, day(1))).toBe(0);
  // A kill between the bytes and the line, and one in the middle of the line.
  send("three");
  writeFileSync(join(backup, "files", "three"), "thr");
  appendFileSync(join(backup, "files.jsonl"), '{"path":"three","si');
  expect(await copyNewFiles(data, backup, day(2))).toBe(1);
  expect([...readPool(backup).keys()]).toEqual(["one", "two", "three"]);
  expect(readPool(backup).get("three")?.size).toBe(5);
});

it("[RC5] removes a copy when neither a remaining base nor a later moment can name its file", async () => {
  for (const name of ["one", "two", "three"]) rmSync(join(data, "files", name));
  const oldest = {
    folder: "",
    manifest: { startedAt: day(2).toISOString(), pool: ["two"] },
  } as unknown as Base;
  expect(await prunePool(data, backup, oldest)).toBe(1);
  expect(readdirSync(join(backup, "files")).sort()).toEqual(["three", "two"]);
});

it("[RC5] removes the log before the oldest base, on every timeline, and no history", async () => {
  const wal = join(home, "wal");
  mkdirSync(wal);
  const name = (timeline: number, segment: number) =>
    `${String(timeline).padStart(8, "0")}${String(segment).padStart(16, "0")}`;
  const kept = [`${name(1, 7)}.gz`, `${name(2, 8)}.gz`, "00000002.history.gz", "strange.new"];
  for (const file of [...kept, `${name(1, 6)}.gz`, `${name(2, 6)}.gz`]) writeFileSync(join(wal, file), "");
  expect(await pruneWal(wal, name(1, 7))).toBe(2);
  expect(readdirSync(wal).sort()).toEqual(kept.sort());
});

it("[RC6] names a program that is missing, and how to get it", () => {
  expect(() => findProgram("pg_basebackup", 99)).toThrow(/postgresql-client-99/);
});
