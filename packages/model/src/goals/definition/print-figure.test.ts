import { expect, it } from "vitest";
import { printFigure } from "./print-figure.ts";

it("[DF10] is printed in the decimals of its definition, and what is not nought is not printed as nought", () => {
  expect(printFigure("67.7194640945", 2)).toBe("67.72");
  expect(printFigure("0.0031415", 2)).toBe("0.0031");
  expect(printFigure("-0.0049", 2)).toBe("-0.0049");
  expect(printFigure("0.3", 0)).toBe("0.3");
  expect(printFigure("0", 2)).toBe("0");
  expect(printFigure("0.000", 2)).toBe("0");
});
