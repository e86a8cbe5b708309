import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const built = new URL("../../apps/web/.next/", import.meta.url);
const isBuilt = existsSync(new URL("build-manifest.json", built));

/** What a page may send beyond the framework's own script, compressed, in kB; what an act loads is not in it. */
const budgets = {
  "[locale]/page": 39,
  "[locale]/board/page": 40,
  "[locale]/goals/page": 42,
  "[locale]/postings/page": 40,
  "[locale]/postings/[id]/matches/page": 78,
} as const;

const sizes = new Map<string, number>();

function sizeOf(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(new URL(file, built))).length;
  sizes.set(file, known);
  return known;
}

/** The chunks that the build names for a page, its layouts included. */
function filesOf(page: string): ReadonlySet<string> {
  const text = readFileSync(new URL(`server/app/${page}_client-reference-manifest.js`, built), "utf8");
  const manifest = JSON.parse(text.slice(text.indexOf("] = {") + 4).replace(/;\s*$/, "")) as {
    readonly entryJSFiles: Readonly<Record<string, readonly string[]>>;
  };
  const { rootMainFiles } = JSON.parse(readFileSync(new URL("build-manifest.json", built), "utf8")) as {
    readonly rootMainFiles: readonly string[];
  };
  return new Set([...rootMainFiles, ...Object.values(manifest.entryJSFiles).flat()]);
}

const weigh = (page: string) => [...filesOf(page)].reduce((sum, file) => sum + sizeOf(file), 0) / 1000;

// Of the latest build: the whole run builds before it asks, a run of this file alone may have none.
describe.skipIf(!isBuilt)("the script of a page", () => {
  it.each(Object.entries(budgets))("%s stays within its budget beyond a plain page", (page, budget) => {
    expect(weigh(page) - weigh("plain/page")).toBeLessThanOrEqual(budget);
  });
});

describe.skipIf(!isBuilt)("the server", () => {
  // A process holds each chunk that it opened as text: three of the whole exchange were a third of its memory.
  it("has the exchange once, in the one file beside the pages", () => {
    const chunks = new URL("standalone/apps/web/.next/server/chunks/", built);
    const sizes = readdirSync(chunks, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .map((name) => statSync(new URL(name, chunks)).size);
    expect(sizes.length).toBeGreaterThan(100);
    expect(Math.max(...sizes)).toBeLessThan(5_000_000);
    expect(statSync(new URL("../server/dist/all.cjs", built)).size).toBeGreaterThan(5_000_000);
  });
});
