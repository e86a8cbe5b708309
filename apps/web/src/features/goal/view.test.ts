import { expect, it } from "vitest";
import { countReleased } from "./view.ts";

const release = { publicId: "AAAAAAAAAAAA", frozenAt: new Date(0), ageDays: 1, coverage: null };
const year = { year: 2025, period: "2025", low: null, high: null };
const told = { ...year, value: "41" };
const held = { ...year, value: null, low: "26", high: "48" };

it("[ME7] a figure is withheld where disclosure control held it, and not where its goal is behind", () => {
  const behind = { release, now: told, why: null, heldBack: true };
  const standings = [
    behind,
    { release, now: held, why: null, heldBack: false },
    { release, now: null, why: "withheld", heldBack: false },
    { release, now: null, why: "year", heldBack: true },
    { release: null, now: null, why: "figure", heldBack: false },
  ] as const;
  expect(countReleased(standings.map((standing) => ({ standing })))).toEqual({ all: 4, withheld: 2 });
  expect(countReleased([{ standing: behind }])).toEqual({ all: 1, withheld: 0 });
});
