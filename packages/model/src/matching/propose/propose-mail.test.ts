import { describe, expect, it } from "vitest";
import { proposeMail } from "./propose-mail.ts";

const read = (text: string) => {
  const { concepts, figures, volume, window } = proposeMail(text, "2026-12-03", "need");
  return {
    thing: concepts.find(({ aside }) => !aside)?.value,
    figures: figures.map(({ value: { attribute, value }, source }) => `${attribute} ${value}: ${source}`),
    volume: volume && `${volume.value.amount} ${volume.value.unit}`,
    window: window?.value ?? null,
  };
};

const quoted =
  "\n\n> Subject: RFQ lithium hydroxide monohydrate\n> We look for 400 t of battery grade lithium hydroxide monohydrate,\n> delivery Q1 2027.\n> LiOH min 56.5 %\n> Na max 150 ppm\n> Fe max 5 ppm";

describe("[PO34] a mail above the one that it answers", () => {
  it("takes thing and figures that it does not say anew where it says that the rest stays", () => {
    const own =
      "Please make it 250 t, delivered between 1 March and 31 May 2027. Everything else in the spec stays, except that sodium must now be 100 ppm max.";
    expect(read(`${own}${quoted}`)).toMatchObject({
      thing: "lioh-batt",
      figures: ["na 100: 100 ppm max.", "purity 56.5: min 56.5 %", "fe 5: max 5 ppm"],
      volume: "250 t",
      window: { from: "2027-03-01", to: "2027-05-31" },
    });
  });

  it("keeps the rest in Chinese as well", () => {
    expect(
      read(
        "数量改为250吨，其他指标不变，钠改为100ppm以下。\n\n> 求购电池级氢氧化锂400吨\n> LiOH ≥56.5%\n> Na ≤150ppm",
      ),
    ).toMatchObject({ thing: "lioh-batt", figures: ["na 100: 100ppm以下", "purity 56.5: ≥56.5%"] });
  });

  it("takes nothing of it without such words", () => {
    expect(read(`We need 250 t of lithium carbonate, battery grade.${quoted}`)).toMatchObject({
      thing: "li2co3-batt",
      figures: [],
      volume: "250 t",
    });
  });
});
