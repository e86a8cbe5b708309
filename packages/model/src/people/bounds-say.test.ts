import { expect, it } from "vitest";
import { boundsSay } from "./index.ts";

it("[SK4] bounds from nought, open ones and wide ones say nothing", () => {
  expect(boundsSay({ low: 26, high: 89 })).toBe(true);
  expect(boundsSay({ low: 9, high: 114 })).toBe(false);
  expect(boundsSay({ low: 0, high: 63 })).toBe(false);
  expect(boundsSay({ low: 3, high: null })).toBe(false);
});
