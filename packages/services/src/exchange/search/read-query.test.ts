import { expect, it } from "vitest";
import { readConcepts } from "./read-query.ts";

it("[SE14] a query names for sure what one name means, once, by its longest name", () => {
  expect(readConcepts("碳酸锂 99.5%")).toEqual([]);
  expect(readConcepts("电池级碳酸锂")).toEqual([{ text: "电池级碳酸锂", concept: "li2co3-batt" }]);
  expect(readConcepts("lithium carbonate 99.5%").map(({ concept }) => concept)).toEqual(["li2co3-batt"]);
});
