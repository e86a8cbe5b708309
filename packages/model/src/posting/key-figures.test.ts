import { expect, it } from "vitest";
import { pickKeyFigures } from "./key-figures.ts";

it("[SE17] tells three figures at most, firm ones first, and none that is hidden from rivals", () => {
  const figure = (attribute: string, hard: boolean) =>
    ({ attribute, op: ">=", value: "1", unit: "1", hard }) as const;
  const figures = [
    figure("moisture", false),
    figure("capacity_ta", true),
    figure("d50", true),
    figure("purity", true),
    figure("tap_density", true),
  ];
  expect(pickKeyFigures(figures).map(({ attribute }) => attribute)).toEqual(["d50", "purity", "tap_density"]);
  expect(pickKeyFigures(figures.slice(0, 3)).map(({ attribute }) => attribute)).toEqual(["d50", "moisture"]);
  expect(pickKeyFigures()).toEqual([]);
});
