import { expect, it } from "vitest";
import type { Figure, MatchDocument } from "../document.ts";
import { judgePair } from "../score/judge-pair.ts";
import { nextMove } from "./next-move.ts";

const need: MatchDocument = {
  id: "n",
  kind: "need",
  concepts: ["li2co3-batt"],
  title: "电池级碳酸锂",
  body: "长期供应,逐批检测。",
  lang: "zh",
  figures: [],
};
const limit = (attribute: string, op: Figure["op"], value: string, unit: string, hard: boolean): Figure => ({
  attribute,
  op,
  value,
  unit,
  hard,
});
const own = {
  ...need,
  figures: [
    limit("purity", ">=", "99.5", "mass %", true),
    limit("magnetic", "<=", "100", "ppb", true),
    limit("water", "<=", "0.2", "mass %", false),
  ],
};
const offered = (...figures: Figure[]) =>
  judgePair(own, { ...need, id: "c", kind: "capability", figures }, own);
const pure = limit("purity", "=", "99.6", "mass %", true);

it("[MT70] the next move asks all that is open while a hard figure is, and else for an introduction", () => {
  expect(nextMove(offered(pure), "demand")).toEqual({
    move: "askOpen",
    attributes: ["magnetic", "water"],
    terms: [],
  });
  const clean = limit("magnetic", "=", "80", "ppb", true);
  expect(nextMove(offered(pure, clean), "demand")).toEqual({ move: "introduce" });
  expect(nextMove(offered(pure), "offer")).toEqual({ move: "introduce" });
});

it("[MT70] where a hard figure is missed the next move asks whether it can be met", () => {
  const dirty = limit("magnetic", "=", "120", "ppb", true);
  expect(nextMove(offered(pure, dirty), "demand")).toEqual({
    move: "askMissed",
    attributes: ["magnetic"],
    terms: [],
  });
});

it("[MT70] conditions that the other side leaves open are asked with the figures", () => {
  const volume = { amount: "60", unit: "t", from: "2027-01-01", to: "2027-12-31" };
  const asks = { ...own, volume, cooperation: ["supply"] as const };
  const offer = {
    ...need,
    id: "c",
    kind: "capability" as const,
    figures: [pure],
    cooperation: ["supply"] as const,
  };
  const { terms } = nextMove(judgePair(asks, offer, asks), "demand") as { readonly terms: readonly string[] };
  expect(terms).toEqual(["delivery"]);
});
