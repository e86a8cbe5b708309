import { findAttribute, listUnitsNear } from "@lilink/model/chain";
import { expect, it } from "vitest";
import { amountOptions, attributeOptions } from "./attribute-options.ts";

const words = { usual: "usual", others: "other units" };

it("[PO16] a number with a unit is offered the figures that its unit measures, the usual ones first, and all others below a line", () => {
  const all = attributeOptions("", "en", words, "");
  expect(all.every(({ group }) => group === undefined)).toBe(true);
  for (const unit of ["ppm", "mS/cm", "t/h", "%"]) {
    const options = attributeOptions("lfp", "en", words, unit);
    expect(options.map(({ value }) => value).toSorted()).toEqual(all.map(({ value }) => value).toSorted());
    const above = options.filter(({ group }) => group === undefined);
    expect(above.length, unit).toBeGreaterThan(0);
    expect(above.length, unit).toBeLessThan(options.length);
    for (const { value } of above)
      expect(listUnitsNear(findAttribute(value)?.unit ?? "").map(({ id }) => id)).toContain(unit);
    const usual = above.map(({ hint }) => hint === words.usual);
    expect(usual.lastIndexOf(true)).toBeLessThan(usual.includes(false) ? usual.indexOf(false) : Infinity);
  }
  // A unit that measures nothing on record hides nothing.
  expect(attributeOptions("", "en", words, "no-such-unit").every(({ group }) => group === undefined)).toBe(
    true,
  );
});

it("[MT131] machines are counted, and small amounts have their own unit by the month", () => {
  const ids = amountOptions("zh-CN").map(({ value }) => value);
  expect(ids).toEqual(
    expect.arrayContaining(["pcs", "sets", "pcs/month", "t/quarter", "kg/month", "m2/month", "t/month"]),
  );
});
