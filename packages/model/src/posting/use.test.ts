import fc from "fast-check";
import { expect, it } from "vitest";
import { opensParts } from "./use.ts";

const day = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const accepted = fc.array(fc.record({ version: fc.integer({ min: 1, max: 4 }), until: fc.option(day) }), {
  maxLength: 6,
});

it("[US3] the present version alone opens, up to its last day", () => {
  expect(opensParts(2, [{ version: 1, until: null }], "2026-11-29")).toBe(false);
  expect(opensParts(2, [{ version: 2, until: "2026-11-29" }], "2026-11-29")).toBe(true);
  expect(opensParts(2, [{ version: 2, until: "2026-11-28" }], "2026-11-29")).toBe(false);
  expect(opensParts(null, [], "2026-11-29")).toBe(true);
});

it("[US2] [US3] a change asks everybody again, and an acceptance never closes anything", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), accepted, day, (version, all, today) => {
      const newer = Math.max(version, ...all.map((one) => one.version)) + 1;
      expect(opensParts(newer, all, today)).toBe(false);
      expect(opensParts(newer, [...all, { version: newer, until: null }], today)).toBe(true);
      let naive = false;
      for (const one of all)
        if (one.version === version && !(one.until !== null && one.until < today)) naive = true;
      expect(opensParts(version, all, today)).toBe(naive);
    }),
  );
});
