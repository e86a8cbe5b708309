import { describe, expect, it } from "vitest";
import type { MatchResult, Verdict } from "../document.ts";
import { whyAsk } from "./why-ask.ts";

const figure = { attribute: "purity", op: ">=", value: "99", unit: "mass %" } as const;
const one = (verdict: Verdict["verdict"], hard: boolean): Verdict =>
  ({ attribute: "purity", verdict, hard, need: figure }) as Verdict;
const pair = (verdicts: readonly Verdict[], codes: readonly string[] = []) =>
  ({ verdicts, reasons: codes.map((code) => ({ code, params: {}, weight: 0 })) }) as unknown as MatchResult;

describe("why a pair is worth asking", () => {
  it("[MT70] says that one hard requirement is not known and all else is met", () => {
    const wishes = [one("pass", false), one("pass", false)];
    expect(whyAsk(pair([one("unknown", true), ...wishes]))).toEqual({
      code: "open",
      count: 1,
      isRestMet: true,
    });
  });

  it("[MT70] does not say that the rest is met where a condition or another figure is open", () => {
    expect(whyAsk(pair([one("unknown", true), one("pass", true)], ["delivery_unknown"])).isRestMet).toBe(
      false,
    );
    expect(whyAsk(pair([one("unknown", true), one("fail", false)])).isRestMet).toBe(false);
    expect(whyAsk(pair([one("unknown", true)])).isRestMet).toBe(false);
  });

  it("[MT70] names what is missed before what is open", () => {
    expect(whyAsk(pair([one("fail", true), one("unknown", true)]))).toMatchObject({
      code: "missed",
      count: 1,
    });
    expect(whyAsk(pair([one("pass", true)], ["delivery_fail"]))).toEqual({
      code: "apart",
      count: 1,
      isRestMet: true,
    });
  });
});
