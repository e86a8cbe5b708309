import { expect, it } from "vitest";
import { toSigns } from "./view.ts";

it("[BD1] names what a likeness is told by: names across languages where no two of one language are alike", () => {
  expect(toSigns(["nameZh", "nameEn", "nameAcross"])).toEqual(["nameZh", "nameEn"]);
  expect(toSigns(["nameAcross", "website"])).toEqual(["nameAcross", "website"]);
  expect(toSigns(["code"])).toEqual(["code"]);
});
