import { expect, it } from "vitest";
import { restOnTest } from "./index.ts";

const test = (testedOn: string, energyShare: number, denominator: "rated" | "first" = "rated") => ({
  code: "A",
  denominator,
  energyShare,
  u: 0.012,
  testedOn,
});
const sale = (energyShare: number, soldOn = "2026-09-09") => ({ code: "A", energyShare, soldOn });

it("[TR79] a share rests on the last test before the sale that agrees with it", () => {
  const tests = [test("2026-03-02", 0.83), test("2026-06-10", 0.791), test("2026-10-08", 0.76)];
  expect(restOnTest(sale(0.79), tests)).toEqual({ kind: "tested", test: tests[1] });
  expect(restOnTest(sale(0.8), tests).kind).toBe("tested");
});

it("[TR79] a share that the test contradicts is the seller's word, and the test is told beside it", () => {
  const tests = [test("2026-06-10", 0.791)];
  expect(restOnTest(sale(0.76), tests)).toEqual({ kind: "stated", test: tests[0] });
  expect(restOnTest(sale(0.791, "2026-12-31"), tests)).toEqual({ kind: "stated", test: tests[0] });
});

it("[TR79] a test of another battery, of a later day or over the first cycle says nothing of a sale", () => {
  const stated = { kind: "stated", test: null };
  expect(restOnTest(sale(0.7, "2026-04-10"), [test("2026-06-10", 0.7)])).toEqual(stated);
  expect(restOnTest(sale(0.81), [test("2026-06-02", 0.81, "first")])).toEqual(stated);
  expect(restOnTest({ ...sale(0.79), code: "B" }, [test("2026-06-10", 0.79)])).toEqual(stated);
});
