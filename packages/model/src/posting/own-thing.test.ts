import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findContacts } from "./find-contacts.ts";
import { tellOwnThing } from "./own-thing.ts";

describe("what a text calls its thing where the chain has no concept", () => {
  it.each([
    ["We offer NMP recovery from coating lines: 99.9 % purity back.", "NMP recovery"],
    ["We are looking for 20 t a month of NMP solvent, battery grade.", "NMP solvent"],
    ["Looking for a supplier of 6 µm copper foil, 60 t a month.", "copper foil"],
    ["We are looking for 3 sets of vacuum drying ovens for our pilot line.", "vacuum drying ovens"],
    ["We seek partners for a 24-month project on dry-coated cathodes.", "dry-coated cathodes"],
    ["我司拟采购真空烘箱6台，2027年6月前交货。", "真空烘箱"],
    ["供应二手涂布机4台，幅宽800mm。", "二手涂布机"],
  ])("[PO17] the noun that is asked for or offered: %s", (text, words) => {
    expect(tellOwnThing(text)).toEqual({ words, isNoun: true });
  });

  it("[PO17] a first clause for want of a noun, with no number, greeting or contact", () => {
    expect(tellOwnThing("您好，电话13800138000，锂金属保护膜已完成验证，求合作")).toEqual({
      words: "锂金属保护膜已完成验证",
      isNoun: false,
    });
    expect(tellOwnThing("要40吨，月底前到厂。")).toBeNull();
    expect(tellOwnThing("")).toBeNull();
  });

  it("[PO17] tells nobody's contact, whatever stands around it", () => {
    const part = fc.constantFrom(
      "We need ",
      "call 13800138000",
      ", ",
      "lab@group.example",
      " ovens",
      "求购",
      "微信abcd1234",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const told = tellOwnThing(parts.join(""));
        expect(findContacts(told?.words ?? "", [])).toEqual([]);
      }),
    );
  });
});
