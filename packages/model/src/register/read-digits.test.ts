import { expect, it } from "vitest";
import { deposit, readDigits } from "./index.ts";

const read = (value: string, field = deposit.fields.capacity) =>
  readDigits(field, { value, low: null, high: null, unit: field.units[0], basis: null }).value;

it("[RG7] a figure is read to the digits of its field, and no whole number loses one", () => {
  expect(read("22.5447")).toBe("22.5");
  expect(read("1956.74")).toBe("1957");
  expect(read("681016", deposit.fields.resource)).toBe("681016");
  expect(read("3.592", deposit.fields.reserve)).toBe("3.592");
});
