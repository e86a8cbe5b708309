import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Market } from "@lilink/services";
import { pino } from "pino";
import { afterAll, expect, it } from "vitest";
import { keepMarket } from "./keep-market.ts";

const folder = mkdtempSync(join(tmpdir(), "lilink-market-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lines: string[] = [];
const log = pino({ level: "info" }, { write: (line: string) => void lines.push(line) });
const file = join(folder, "market.bin");
const open = (build: string) => keepMarket({ dataDir: folder, build, log });
const isKept = () => lines.some((line) => line.includes("the market was kept"));

it("[MT48] uses only what the same build stored", () => {
  open("one").stop();
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(file, new Market().toSnapshot("one"));
  open("two").stop();
  expect(isKept()).toBe(false);
  open("one").stop();
  expect(isKept()).toBe(true);
});

it("[MT48] changes are stored whole and only for this account; a file that cannot be read stops nothing", () => {
  writeFileSync(file, "not a market");
  const kept = open("one");
  Object.defineProperty(kept.market, "changes", { value: 1 });
  kept.stop();
  expect(readdirSync(folder)).toEqual(["market.bin"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
