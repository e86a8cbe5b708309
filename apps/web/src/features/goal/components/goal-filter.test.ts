import { expect, it } from "vitest";
import { toGoalFilter } from "./goal-filter.ts";

it("takes the link and the status of an address, and nothing that is none", () => {
  expect(toGoalFilter({ link: "recycling", status: "limited" })).toEqual({
    link: "recycling",
    status: "limited",
  });
  expect(toGoalFilter({ link: "moon", status: ["limited"] })).toEqual({ link: null, status: null });
});
