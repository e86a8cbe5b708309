import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disclosureLevels, findContacts, findDoubts, type PostingContent } from "./index.ts";

const plain = "电池级碳酸锂，纯度 99.5 %，2027-01-01 起供货；需 12 个月，Ni90、D50 3~12 µm，约 1200 吨。";
const content = (given: Partial<PostingContent>): Partial<PostingContent> => ({
  concept: "li2co3-batt",
  language: "zh",
  title: "电池级碳酸锂",
  figures: [],
  ...given,
});

describe("texts that tell more than their level", () => {
  it.each([
    ["call 138-0013-8000 today", "phone"],
    ["电话０７９１－８８８８８８８８", "phone"],
    ["mail sales@cathode.example", "email"],
    ["见 www.cathode.example/about", "link"],
    ["加微信：lithium_88", "handle"],
    ["赣江正极材料的新产线", "name"],
  ])("[PO11] finds the contact in %s", (text, doubt) => {
    expect(findContacts(text, ["赣江正极材料有限公司（虚构）"])[0]?.doubt).toBe(doubt);
  });

  it("[PO11] leaves figures, days and products alone, and quotes what stands in the text", () => {
    expect(findContacts(plain, [])).toEqual([]);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("13912345678", "a@b.example"), (around, contact) => {
        const text = `${around} ${contact} ${around}`;
        const found = findContacts(text, []);
        expect(found.some(({ quote }) => quote.includes(contact))).toBe(true);
        for (const { quote } of found) expect(text.normalize("NFKC")).toContain(quote);
      }),
    );
  });

  it("[PO11] finds the volume in whichever notation, and a figure only where it is narrower than its text", () => {
    const volume = { amount: "12000", unit: "t/a" };
    for (const title of ["年可供 1.2 万吨", "12,000 t a year", "１２０００吨/年"])
      expect(findDoubts(content({ title, volume }), {}, [])).toMatchObject([
        { doubt: "figure", of: "volume" },
      ]);
    expect(findDoubts(content({ title: "1200 吨 or 12000 kg", volume }), {}, [])).toEqual([]);
    const figures = [{ attribute: "purity", op: ">=" as const, value: "99.5", unit: "mass %", hard: true }];
    const open = content({ summary: "纯度 99.5%", figures });
    for (const levels of [
      { figures: "partner" },
      { "figures.purity": "member" },
      { "figures.purity": "own" },
    ] as const)
      expect(findDoubts(open, levels, [])).toMatchObject([{ field: "summary", of: "figures.purity" }]);
    expect(findDoubts(open, { figures: "everyone" }, [])).toEqual([]);
    expect(findDoubts(open, { summary: "partner", figures: "partner" }, [])).toEqual([]);
  });

  it("[PO11] does not ask about an ordinary figure that is left where figures start", () => {
    const figures = [{ attribute: "purity", op: ">=" as const, value: "99.5", unit: "mass %", hard: true }];
    for (const levels of [{}, { figures: "member" }] as const)
      expect(findDoubts(content({ title: "纯度 99.5%", figures }), levels, [])).toEqual([]);
    const walled = [{ attribute: "capacity_ta", op: "=" as const, value: "12000", unit: "t/a", hard: true }];
    expect(findDoubts(content({ title: "1.2 万吨", figures: walled }), {}, [])).toMatchObject([
      { of: "figures.capacity_ta" },
    ]);
  });

  it("[PO11] asks about a figure exactly where it is for fewer readers than the text that repeats it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...disclosureLevels),
        fc.constantFrom(...disclosureLevels),
        fc.constantFrom("summary" as const, "description" as const),
        (figure, text, field) => {
          const figures = [
            { attribute: "purity", op: ">=" as const, value: "99.5", unit: "mass %", hard: true },
          ];
          const levels = { [field]: text, "figures.purity": figure };
          const found = findDoubts(content({ [field]: "纯度 99.5%", figures }), levels, []);
          expect(found.length > 0).toBe(disclosureLevels.indexOf(figure) > disclosureLevels.indexOf(text));
        },
      ),
    );
  });

  it("[PO11] bears a form that is being filled in: figures without a number or a unit", () => {
    const unfinished = JSON.parse(
      '{"title":"1200 吨","volume":{"amount":"1200"},"figures":[{"attribute":""},{"attribute":"purity","op":">="}]}',
    );
    expect(findDoubts(unfinished, {}, [])).toEqual([]);
  });

  it("[PO11] does not warn of a name that everyone reads anyway", () => {
    const named = content({ description: "赣江正极材料" });
    expect(findDoubts(named, {}, ["赣江正极材料"])).toMatchObject([{ field: "description", doubt: "name" }]);
    expect(findDoubts(named, { identity: "everyone" }, ["赣江正极材料"])).toEqual([]);
  });
});
