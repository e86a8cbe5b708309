import { listRegisters, stepsOfRegister } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import en from "../../messages/en/common.json" with { type: "json" };
import zh from "../../messages/zh-CN/common.json" with { type: "json" };
import { recordWords } from "./record-words.ts";

/** A form of more fields than this is read in parts. */
const mostInOne = 12;

describe.each(listRegisters().map((register) => [register.name, register] as const))(
  "form of %s",
  (name, { fields }) => {
    const typed = Object.entries(fields).flatMap(([field, { byStep }]) => (byStep ? [] : [field]));
    const headings = (locale: string) => typed.map((field) => recordWords(name, locale).part(field));

    it("[RG14] stands in parts when it is long, and its first field begins one", () => {
      const begun = headings("en").filter(Boolean);
      if (typed.length > mostInOne) expect(begun.length).toBeGreaterThan(1);
      if (begun.length > 0) expect(headings("en")[0]).not.toBeNull();
    });

    it("[RG14] has no heading twice, in either language", () => {
      for (const locale of ["zh-CN", "en"]) {
        const begun = headings(locale).filter(Boolean);
        expect(new Set(begun).size).toBe(begun.length);
      }
    });
  },
);

describe.each(listRegisters().map((register) => [register.name, register] as const))(
  "steps of %s",
  (name, register) => {
    it("[RG16] have other names than the buttons that leave a dialog", () => {
      for (const [locale, { action }] of [
        ["zh-CN", zh],
        ["en", en],
      ] as const)
        for (const step of stepsOfRegister(register))
          expect([action.close, action.cancel], step).not.toContain(recordWords(name, locale).step(step));
    });
  },
);
