import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { readExamples } from "../testing/run-readme.ts";

const root = join(import.meta.dirname, "..");
const entries: Readonly<Record<string, string>> = manifest.exports;
const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const pages = ["README.md", ...rooms.map(({ name }) => `src/${name}/README.md`)].filter((page) =>
  existsSync(join(root, page)),
);

/** The entries of the package as its manifest has them. */
function load(name: string): Promise<unknown> {
  const file = entries[`.${name.slice(manifest.name.length)}`];
  if (file === undefined) throw new Error(`${name} is no entry of the package`);
  return import(pathToFileURL(join(root, file)).href);
}

describe("the pages of the engine", () => {
  it("stand for every room but the errors", () => {
    expect(pages).toHaveLength(rooms.length);
  });

  it.each(pages)(
    "%s: each example runs and each value is as it says",
    async (page) => {
      const examples = readExamples(readFileSync(join(root, page), "utf8"));
      expect(examples.length).toBeGreaterThan(0);
      let promised = 0;
      for (const { run } of examples)
        await run(load, (actual, expected, line) => {
          promised += 1;
          expect(actual, line).toEqual(expected);
        });
      expect(promised).toBeGreaterThan(0);
    },
    60_000,
  );

  it("would fail where a value is not as it says", async () => {
    const [wrong] = readExamples("```ts\n1 + 1; // => 3\n```\n");
    const seen: unknown[] = [];
    await wrong?.run(load, (actual, expected) => seen.push([actual, expected]));
    expect(seen).toEqual([[2, 3]]);
  });
});
