import { expect, it } from "vitest";
import { releaseBlocks } from "./release-blocks.ts";

const at = { indicator: "RES-01", measure: "own", unit: "t", dimensions: ["province"] };
const published = (place: string, value: string) =>
  ({ ...at, place: [place], status: "published", value, low: null, high: null }) as const;
const withheld = (place: string, high: string | null) =>
  ({ ...at, place: [place], status: "withheld", value: null, low: "0", high }) as const;
const names = new Map();
const blocksOf = (figures: Parameters<typeof releaseBlocks>[0]["figures"]) =>
  releaseBlocks({ period: "2026Q3", figures, names }, "en").slice(1);

it("[RL14] counts what is withheld under its table, and gives its bounds in an annex", () => {
  const blocks = blocksOf([published("36", "12.3456"), withheld("51", "40"), withheld("63", null)]);
  expect(blocks).toMatchObject([
    { kind: "heading" },
    { kind: "table", rows: [[expect.any(String), "12.346"]] },
    { kind: "note", text: "2 of 3 withheld" },
    { kind: "heading", text: "Annex: bounds of withheld figures" },
    { kind: "note" },
    { kind: "heading" },
    { kind: "table", rows: [[expect.any(String), "0–40"]] },
  ]);
});

it("[RL14] says in a line where nothing of a breakdown is told, and has no annex where nothing is withheld", () => {
  expect(blocksOf([withheld("51", null), withheld("63", null)])).toMatchObject([
    { kind: "heading" },
    { kind: "note", text: expect.stringMatching(/· 2 of 2 withheld$/) },
  ]);
  expect(blocksOf([published("36", "1"), published("51", "2")]).map(({ kind }) => kind)).toEqual([
    "heading",
    "table",
  ]);
});

it("[RL14] draws three figures or more as bars beside them, the largest as the longest", () => {
  const [, table] = blocksOf([published("36", "10"), published("51", "40"), published("63", "20")]);
  expect(table).toMatchObject({
    columns: [{}, { bar: true }, { number: true }],
    rows: [
      [expect.any(String), "0.2500", "10"],
      [expect.any(String), "1.0000", "40"],
      [expect.any(String), "0.5000", "20"],
    ],
  });
  const [, below] = blocksOf([published("36", "-1"), published("51", "40"), published("63", "20")]);
  expect(below).toMatchObject({ columns: [{}, { number: true }] });
});
