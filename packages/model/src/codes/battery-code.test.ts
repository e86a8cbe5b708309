import { describe, expect, it } from "vitest";
import { concepts } from "../chain/index.ts";
import {
  batteryTypes,
  checkCas,
  checkPatentNumber,
  checkStandardNumber,
  hsCodes,
  parseBatteryCode,
} from "./index.ts";
import vectors from "./testing/battery-code.vectors.json" with { type: "json" };

describe("power-battery code", () => {
  it.each(vectors.vectors)("[CO5] $code: $expect, $why", ({ code, expect: expected, decoded }) => {
    const check = parseBatteryCode(code, "2026-11-24");
    expect(check.ok).toBe(expected !== "reject");
    if (!check.ok || !decoded) return;
    expect(check.parts).toMatchObject({
      vendor: decoded.vendor,
      product: decoded.product,
      batteryType: decoded.chem,
      specification: decoded.spec,
      trace: decoded.trace ?? null,
      date: decoded.date,
      serial: decoded.serial,
      secondUse: decoded.second_use_product ?? null,
    });
    expect(check.flags.includes("serialZero")).toBe(expected === "warn");
    expect(check.flags.includes("dateInFuture")).toBe(decoded.date > "2026-11-24");
  });

  it("[CO5] reads printed codes: lower case, two lines", () => {
    expect(parseBatteryCode("001cb2400000\n03b3c0221953")).toMatchObject({
      ok: true,
      code: "001CB240000003B3C0221953",
    });
    expect(parseBatteryCode("ZZ1PE01A1B2C3DC2Y0000001")).toMatchObject({ ok: false, rule: "notADate" });
  });

  it("[CO5] agrees with the two patterns of the standard", () => {
    const patterns = Object.values(vectors.meta.patterns).map((pattern) => new RegExp(pattern));
    for (const { code, decoded } of vectors.vectors)
      expect(patterns.some((pattern) => pattern.test(code.toUpperCase()))).toBe(decoded !== null);
    expect(batteryTypes.filter((type) => type.confidence === "verified").map((type) => type.code)).toEqual([
      "B",
      "E",
    ]);
  });
});

describe("other numbers", () => {
  it("[CO6] checks CAS numbers by their digit", () => {
    for (const { cas } of Object.values(vectors.cas_check_ok))
      expect(checkCas(cas)).toMatchObject({ ok: true, code: cas });
    expect(checkCas("554-13-3").ok).toBe(false);
    expect(checkCas("").ok).toBe(false);
  });

  it("[CO6] checks patent applications by their character", () => {
    const digits = "202010000001";
    const sums = [..."0123456789X"].filter((check) => checkPatentNumber(`CN${digits}.${check}`).ok);
    expect(sums).toHaveLength(1);
    expect(checkPatentNumber("hello")).toMatchObject({ ok: false, rule: "badFormat" });
  });

  it("[CO6] reads the numbers of standards", () => {
    expect(checkStandardNumber("gb/t34014－2017")).toMatchObject({ ok: true, code: "GB/T 34014-2017" });
    expect(checkStandardNumber("T/CEC 123.4-2020")).toMatchObject({ ok: true, parts: { series: "T/CEC" } });
    expect(checkStandardNumber("GB 34014").ok).toBe(false);
  });

  it("[CO7] every trade line that a concept names is in the table", () => {
    const lines = new Set(hsCodes.map((line) => line.hs6));
    for (const concept of concepts) if (concept.hs6) expect(lines, concept.id).toContain(concept.hs6);
  });
});
