import { testDays } from "../life/step-life.ts";

type RatedTest = {
  readonly code: string;
  readonly denominator: "rated" | "first";
  readonly energyShare: number | null;
  readonly u: number | null;
  readonly testedOn: string;
};

type StatedShare = { readonly code: string; readonly energyShare: number; readonly soldOn: string };

/** Whether the share of a sale rests on a test; `test` is the last one before the sale, which a share that is stated may contradict. */
export type ShareRest<Test> =
  | { readonly kind: "tested"; readonly test: Test }
  | { readonly kind: "stated"; readonly test: Test | null };

/** A share is written to the nearest percent. */
const rounding = 0.005;

/**
 * What the energy left in a sale rests on: the last test of that battery up to the day of the sale, over its rated energy, where the two
 * agree within the uncertainty and the test is at most 180 days old. All else is the word of the seller. [TR79]
 * @example restOnTest({ code: "A", energyShare: 0.7, soldOn: "2026-04-10" }, []) // { kind: "stated", test: null }
 */
export function restOnTest<Test extends RatedTest>(
  { code, energyShare, soldOn }: StatedShare,
  tests: readonly Test[],
): ShareRest<Test> {
  const before = tests.filter(
    (one) =>
      one.code === code && one.denominator === "rated" && one.energyShare !== null && one.testedOn <= soldOn,
  );
  const test = before.toSorted((a, b) => (a.testedOn < b.testedOn ? 1 : -1))[0];
  if (test?.energyShare == null) return { kind: "stated", test: null };
  const age = (Date.parse(soldOn) - Date.parse(test.testedOn)) / 86_400_000;
  const agrees = Math.abs(energyShare - test.energyShare) <= Math.max(test.u ?? 0, rounding) + 1e-9;
  return { kind: agrees && age <= testDays ? "tested" : "stated", test };
}
