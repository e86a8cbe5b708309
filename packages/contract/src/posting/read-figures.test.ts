import { proposeDraft } from "@lilink/model/matching";
import fc from "fast-check";
import { expect, it } from "vitest";
import { figureSchema } from "./content.ts";

const units = ["S/cm", "mS/cm", "%", "ppm", "µm", "nm", "t", "mAh/g", "V", "℃", "g/L", "万元/吨"];
const names = ["离子电导率", "ionic conductivity", "水分", "纯度", "D50", "比容量", "价格", "Na"];
const powers = (given: number) => [`e${given}`, `E${given}`, `×10^${given}`, ` x 10^(${given})`];

it("[PO2] a figure that the reading proposes passes the schema of the form and of the server", () => {
  const number = fc.tuple(
    fc.integer({ min: 0, max: 99_999 }),
    fc.option(fc.integer({ min: 0, max: 999_999 })),
    fc.option(fc.integer({ min: -99, max: 99 })),
    fc.nat({ max: 3 }),
  );
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      number,
      fc.constantFrom(...units),
      fc.constantFrom("≥", "≤", "不低于 ", "", "about "),
      (name, [whole, fraction, exponent, style], unit, sign) => {
        const power = exponent === null ? "" : (powers(exponent)[style] ?? "");
        const text = `求购固态电解质，${name} ${sign}${whole}${fraction === null ? "" : `.${fraction}`}${power} ${unit}，月付。`;
        for (const { value } of proposeDraft(text, "2026-12-01", "need").figures) {
          const parsed = figureSchema.safeParse(value);
          expect(parsed.success ? [] : [text, value, parsed.error.issues], text).toEqual([]);
          read += 1;
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(50);
});

it.each(["1e-9 S/cm", "1×10⁻⁹ S/cm", "1 x 10^-9 S/cm"])("[PO2] %s passes", (written) => {
  const [figure] = proposeDraft(
    `Solid electrolyte, ionic conductivity at least ${written}.`,
    "2026-12-01",
    "need",
  ).figures;
  expect(figureSchema.parse(figure?.value)).toMatchObject({ value: "0.000000001", unit: "S/cm" });
});

it.each([
  "We need LFP powder with a carbon footprint below 6 kg CO2e/kg.",
  "求购磷酸铁锂电芯，碳足迹不高于60 kgCO2e/kWh，交货期2个月。",
])("[PO2] what is read of a footprint and of a time in months passes: %s", (text) => {
  const { figures } = proposeDraft(text, "2026-12-01", "need");
  expect(figures.length).toBeGreaterThan(0);
  for (const { value } of figures) expect(figureSchema.safeParse(value).success, value.unit).toBe(true);
});
