import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFigure } from "../constrain/print-figure.ts";
import { proposeFields } from "./propose-fields.ts";

function figuresOf(text: string): readonly string[] {
  return proposeFields(text)
    .figures.map(({ value }) => `${value.attribute} ${printFigure(value)}`)
    .sort();
}

describe("one sentence for several figures", () => {
  it.each([
    [
      "We buy lithium carbonate: sodium and potassium not exceeding 250 and 10 ppm, respectively",
      ["k ≤ 10 ppm", "na ≤ 250 ppm"],
    ],
    ["求购硫酸锰，Ca, Mg and Cu must each stay under 10 ppm", ["ca ≤ 10 ppm", "cu ≤ 10 ppm", "mg ≤ 10 ppm"]],
    [
      "供应LLZO固态电解质，离子电导率和活化能分别为0.8mS/cm和0.31eV",
      ["activation_energy 0.31 eV", "ionic_conductivity 0.8 mS/cm"],
    ],
    [
      "Coated separator wanted, thickness and porosity of 12 µm and 42 %, respectively",
      ["porosity 42 %", "thickness 12 µm"],
    ],
    ["求购人造石墨，首效不低于94%、不高于96%", ["first_eff 94–96 %"]],
    ["Graphite wanted, D50 at least 3 µm, at most 8 µm", ["d50 3–8 µm"]],
  ])("[MT80] keeps them apart: %s", (text, expected) => {
    expect(figuresOf(text)).toEqual(expected);
  });

  const impurities = [
    ["na", "钠", "sodium", "Na"],
    ["k", "钾", "potassium", "K"],
    ["ca", "钙", "calcium", "Ca"],
    ["mg", "镁", "magnesium", "Mg"],
    ["fe", "铁", "iron", "Fe"],
    ["cu", "铜", "copper", "Cu"],
    ["zn", "锌", "zinc", "Zn"],
  ] as const;
  const rows = fc
    .subarray([...impurities], { minLength: 2, maxLength: 4 })
    .chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.array(fc.integer({ min: 2, max: 90 }), { minLength: names.length, maxLength: names.length }),
      ),
    );
  const and = (parts: readonly string[], mark: string, last: string) =>
    `${parts.slice(0, -1).join(mark)}${last}${parts.at(-1)}`;

  it("[MT80] whatever words say whose the numbers are", () => {
    fc.assert(
      fc.property(rows, ([names, values]) => {
        const inOrder = names.map(([id], at) => `${id} ≤ ${values[at]} ppm`).sort();
        const ofEach = names.map(([id]) => `${id} ≤ ${values[0]} ppm`).sort();
        const [han, english, signs] = [1, 2, 3].map((at) => names.map((name) => String(name[at]))) as [
          string[],
          string[],
          string[],
        ];
        const numbers = values.map(String);
        for (const text of [
          `求购电池级碳酸锂，${and(han, "、", "和")}分别不高于${and(numbers, "、", "和")}ppm`,
          `求购电池级碳酸锂，${signs.join("/")} ≤ ${numbers.join("/")} ppm`,
          `Lithium carbonate wanted, ${and(english, ", ", " and ")} below ${and(numbers, ", ", " and ")} ppm, respectively`,
          `Lithium carbonate wanted with ${and(signs, ", ", " and ")} not exceeding ${and(numbers, ", ", " and ")} ppm respectively`,
        ])
          expect({ text, figures: figuresOf(text) }).toEqual({ text, figures: inOrder });
        for (const text of [
          `求购电池级碳酸锂，${and(han, "、", "和")}均不高于${numbers[0]}ppm`,
          `求购电池级碳酸锂，${han.join("")}各不超${numbers[0]}ppm`,
          `Lithium carbonate wanted, ${and(english, ", ", " and ")} below ${numbers[0]} ppm each`,
          `Lithium carbonate wanted, ${and(signs, ", ", " and ")} must each be under ${numbers[0]} ppm`,
        ])
          expect({ text, figures: figuresOf(text) }).toEqual({ text, figures: ofEach });
      }),
      { numRuns: 30 },
    );
  });

  it("[MT58] of target, typical and most the most fills the field, and nothing is lost", () => {
    const cells = fc.tuple(
      fc.integer({ min: 21, max: 60 }),
      fc.integer({ min: 2, max: 20 }),
      fc.integer({ min: 61, max: 99 }),
    );
    const table = fc
      .subarray([...impurities], { minLength: 1, maxLength: 4 })
      .chain((names) =>
        fc.tuple(fc.constant(names), fc.array(cells, { minLength: names.length, maxLength: names.length })),
      );
    fc.assert(
      fc.property(table, ([names, values]) => {
        const expected = names.map(([id], at) => `${id} ≤ ${values[at]?.[2]} ppm`).sort();
        const lines = (toLine: (name: string, row: readonly number[]) => string, mark: string) =>
          names.map((name, at) => toLine(name[3], values[at] ?? [])).join(mark);
        for (const text of [
          `指标\t目标\t典型\t上限\n${lines((name, row) => `${name} ppm\t${row.join("\t")}`, "\n")}\n求购电池级碳酸锂`,
          `Item | Target | Typical | Max\n${lines((name, row) => `${name} (ppm) | ${row.join(" | ")}`, "\n")}\nLithium carbonate wanted`,
          `Lithium carbonate wanted. Target / Typical / Max: ${lines((name, row) => `${name} ${row.join(" / ")} ppm`, "; ")}`,
        ]) {
          const { figures, unassigned } = proposeFields(text);
          const said = [...figures, ...unassigned].map(({ value }) => Number(value.value));
          expect({ text, figures: figuresOf(text) }).toEqual({ text, figures: expected });
          expect({ text, lost: values.flat().filter((value) => !said.includes(value)) }).toEqual({
            text,
            lost: [],
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("[MT80] two limits that look at each other are one span, in either order", () => {
    const ends = fc.tuple(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 1, max: 15 }));
    fc.assert(
      fc.property(ends, fc.constantFrom("、", "，", "且", "，且", ""), ([low, more], mark) => {
        const [least, most] = [`不低于${low}μm`, `不高于${low + more}μm`];
        for (const text of [
          `求购人造石墨，D50${least}${mark}${most}`,
          `求购人造石墨，D50${most}${mark || "、"}${least}`,
        ])
          expect({ text, figures: figuresOf(text) }).toEqual({
            text,
            figures: [`d50 ${low}–${low + more} µm`],
          });
      }),
      { numRuns: 30 },
    );
  });
});

it("[MT104] what a year comes to at so much a month is said once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 900 }), fc.boolean(), (monthly, isWholeFirst) => {
      const [whole, pace] = [`全年${monthly * 12}吨`, `每月${monthly}吨`];
      const text = `采购电池级碳酸锂，水分≤0.25%，${isWholeFirst ? `${whole}，${pace}` : `${pace}，共${monthly * 12}吨`}`;
      const { volume, unassigned } = proposeFields(text, "2026-12-01");
      expect(volume?.value.amount).toBe(String(isWholeFirst ? monthly * 12 : monthly));
      expect(unassigned).toEqual([]);
    }),
  );
});

it.each([
  ["采购电池级碳酸锂，水分≤0.25%，每月5吨，手上60吨现货", "60"],
  ["We need 5 t of LFP powder a month, moisture max 0.1 %; 60 t went out in spring", "60"],
])("[MT104] another amount is none that it comes to: %s", (text, amount) => {
  const { volume, unassigned } = proposeFields(text, "2026-12-01");
  expect([volume?.value.amount, ...unassigned.map(({ value }) => value.value)]).toContain(amount);
});
