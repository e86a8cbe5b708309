import { describe, expect, it } from "vitest";
import {
  explainCode,
  judgeEvents,
  type LicenceKind,
  simulateLives,
  type Verdict,
  type World,
} from "../index.ts";

const simulation = { seed: 7, until: "2026-11-01" };
const holds: Readonly<Record<string, readonly LicenceKind[]>> = {
  collector: ["collect"],
  cascade: ["cascade"],
  recycler: ["recycle"],
};
const world: World = {
  birthOf: (code) => explainCode(code).parts?.date ?? null,
  isLicensed: (body, kinds) => kinds.some((kind) => holds[body]?.includes(kind)),
};

describe("invented batteries", () => {
  it("[TR90] are the same for the same seed, and others for another", () => {
    const [one, same, other] = [7, 7, 8].map((seed) =>
      JSON.stringify([...simulateLives(20, { ...simulation, seed })]),
    );
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it("[TR90] have codes that read, nothing impossible, and every verdict that is kept but the late one", () => {
    const seen = new Set<Verdict>();
    const codes = new Set<string>();
    for (const { unit, events } of simulateLives(2000, simulation)) {
      expect(explainCode(unit.code).verdict).not.toBe("reject");
      codes.add(unit.code);
      const { province: _, ...rest } = events[0] ?? { province: "" };
      expect(rest).toMatchObject({ verb: "make", by: "maker" });
      for (const flags of judgeEvents(events, world).flags) for (const flag of flags) seen.add(flag);
    }
    expect(codes.size).toBe(2000);
    expect([...seen].sort()).toEqual(["conflict", "gap", "needs_reason", "unlicensed"]);
  });
});
