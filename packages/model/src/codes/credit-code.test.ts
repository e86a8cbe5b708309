import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkCreditCode,
  checkLei,
  creditCodeFlags,
  findProvince,
  hsCodes,
  provinces,
  toCreditCode,
  toLei,
} from "./index.ts";
import vectors from "./testing/credit-code.vectors.json" with { type: "json" };

const alphabet = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const validCodes = [...vectors.synthetic_valid, ...vectors.real_valid].map((vector) => vector.code);
const flagsOf = (code: string) => {
  const check = checkCreditCode(code);
  return check.ok ? check.flags : check.rule;
};

describe("unified social credit code", () => {
  it.each(validCodes)("[CO1] accepts %s", (code) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: true, code, flags: [] });
  });

  it.each(vectors.legacy_real_failing_check)(
    "[CO2] accepts the pilot code $code and asks for proof",
    ({ code }) => {
      expect(flagsOf(code)).toEqual(["needsProof"]);
    },
  );

  it.each(vectors.invalid_or_to_normalise)("[CO1] [CO3] $code: $expect, $why", (vector) => {
    const check = checkCreditCode(vector.code);
    expect(check.ok).toBe(vector.expect !== "reject");
    if (check.ok) expect(check.code).toBe(vector.normalises_to ?? vector.code);
    expect(check.ok ? check.flags : []).toEqual(vector.expect === "warn" ? ["organizationCheck"] : []);
    if (!check.ok) expect(check.params.typed).toBe(vector.code);
  });

  it("[CO1] catches every single wrong character and every swap of neighbours", () => {
    for (const code of validCodes)
      for (let at = 0; at < 18; at += 1) {
        for (const other of alphabet) {
          const wrong = code.slice(0, at) + other + code.slice(at + 1);
          if (wrong !== code) expect(checkCreditCode(wrong).ok, wrong).toBe(false);
        }
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (swapped !== code) expect(checkCreditCode(swapped).ok, swapped).toBe(false);
      }
  });

  it("[CO1] names where the structure breaks", () => {
    const reasons = [
      "91360500MAL62L148",
      "91360500MAO62L148B",
      "01360500MAL62L148B",
      "94360500MAL62L148B",
      "9136X500MAL62L148B",
      "91990500MAL62L148B",
    ];
    expect(
      reasons.map((code) => {
        const check = checkCreditCode(code);
        return check.ok ? "" : check.params.reason;
      }),
    ).toEqual(["length", "letter", "authority", "kind", "region", "region"]);
  });

  it("[CO1] every made code passes, whatever the body", () => {
    const body = fc.stringMatching(/^[0-9ABCDEFGHJKLMNPQRTUWXY]{8}$/);
    fc.assert(
      fc.property(fc.constantFrom(...provinces), body, (province, eight) => {
        expect(checkCreditCode(toCreditCode(`91${province.region}`, eight))).toMatchObject({
          ok: true,
          flags: [],
          parts: { authority: "9", kind: "1", province: { code: province.code } },
        });
      }),
    );
    expect(creditCodeFlags).toHaveLength(2);
  });

  it("[CO1] never throws and never takes long, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => void checkCreditCode(text)),
    );
    expect(checkCreditCode("9".repeat(50_000)).ok).toBe(false);
  });
});

describe("legal entity identifier", () => {
  it("[CO4] accepts real ones and refuses every digit or letter put for another", () => {
    const code = "5493001KJTIIGC8Y1R12";
    expect(checkLei(" 5493-001K-JTII-GC8Y-1R12 ")).toMatchObject({ ok: true, code });
    for (let at = 0; at < 20; at += 1)
      for (const other of /\d/.test(code.charAt(at)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
        const wrong = code.slice(0, at) + other + code.slice(at + 1);
        if (wrong !== code) expect(checkLei(wrong).ok, wrong).toBe(false);
      }
  });

  it("[CO4] a made one passes", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{18}$/), (body) => {
        expect(checkLei(toLei(body)).ok).toBe(true);
      }),
    );
    expect(checkLei("123")).toMatchObject({ ok: false, rule: "badFormat" });
  });
});

describe("places and trade lines", () => {
  it("[CO7] keep their source and confidence", () => {
    expect(provinces).toHaveLength(34);
    expect(
      provinces.filter((province) => province.confidence === "recalled").map((province) => province.code),
    ).toEqual(["71", "81", "82"]);
    expect(findProvince("360500")?.en).toBe("Jiangxi");
    expect(findProvince("100000")).toBeNull();
    for (const line of hsCodes) expect(line.hs6).toMatch(/^\d{6}$/);
    expect(hsCodes.every((line) => line.confidence && line.source)).toBe(true);
  });
});
