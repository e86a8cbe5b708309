import { linkIds } from "@lilink/model/chain";
import { expect, it } from "vitest";
import { toPostingRows, toRanked } from "./view.ts";

it("[BO1] shows every link, with zeros where nothing is posted", () => {
  const rows = toPostingRows([
    { kind: "need", link: "smelting", count: 3 },
    { kind: "project", link: "smelting", count: 1 },
  ]);
  expect(rows.map((row) => row.link)).toEqual([...linkIds]);
  expect(rows[1]).toEqual({ link: "smelting", capability: 0, need: 3, project: 1, total: 4 });
});

it("[BO3] ranks reasons and leaves out what nobody gave", () => {
  expect(toRanked({ ip: 5, price_band: 9, other: 0 })).toEqual([
    { key: "price_band", count: 9 },
    { key: "ip", count: 5 },
  ]);
});
