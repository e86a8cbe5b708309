import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, it } from "vitest";
import { openPress } from "./open-press.ts";

// Beside the worker's own modules: the typefaces and what draws with them stay outside the bundle.
const built = mkdtempSync(join(import.meta.dirname, "../../node_modules/.print-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));
const entry = join(built, "print-thread.mjs");
await build({
  entryPoints: [join(import.meta.dirname, "print-thread.ts")],
  outfile: entry,
  bundle: true,
  platform: "node",
  format: "esm",
  external: ["pdfmake", "fontkit", "wawoff2", "@fontsource/noto-sans-sc", "@node-rs/jieba", "highs"],
  banner: {
    js: 'import { createRequire as toRequire } from "node:module"; const require = toRequire(import.meta.url);',
  },
});

it("[RL14] prints in a thread, and what cannot be printed fails there alone", async () => {
  const { release } = openPress(pathToFileURL(entry));
  const at = { period: "2026Q3", edition: 1, figures: [], names: new Map() };
  const bytes = await release({ ...at, frozenAt: new Date("2026-11-01T00:00:00Z") }, "zh-CN");
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
  await expect(release({ ...at, frozenAt: new Date(Number.NaN) }, "en")).rejects.toThrow();
  const again = await release({ ...at, frozenAt: new Date("2026-11-01T00:00:00Z") }, "zh-CN");
  expect(Buffer.from(again)).toEqual(Buffer.from(bytes));
});
