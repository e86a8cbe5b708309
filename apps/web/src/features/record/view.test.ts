import { recordWords } from "@lilink/i18n/register";
import { type Figure, findRegister, type Register, readDigits } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import { typesDays } from "./components/choose-days.ts";
import {
  commonReading,
  filledColumns,
  isOfOtherState,
  isOpinion,
  showFigure,
  substanceQuery,
  substances,
  toParts,
  toSubstance,
} from "./view.ts";

describe("what a list and a record say of themselves", () => {
  it("leaves out columns that are empty in all rows, never the title", () => {
    const rows = [{ values: { title: null, a: null, b: 1 } }, { values: { title: null, a: null, b: null } }];
    expect(filledColumns(["title", "a", "b"], rows)).toEqual(["title", "b"]);
    expect(filledColumns(["title", "a"], [])).toEqual(["title"]);
  });

  it("finds one basis only where all facts have it", () => {
    const seen = { reading: "seen", source: 0 } as const;
    expect(commonReading([seen, { ...seen }])).toEqual(seen);
    expect(commonReading([seen, { reading: "seen", source: 1 }])).toBeNull();
    expect(commonReading([seen, undefined])).toBeNull();
    expect(commonReading([seen])).toBeNull();
  });

  it("takes what is answered for an opinion", () => {
    const isOne = (name: string) => isOpinion(findRegister(name) as never);
    expect([isOne("policyComment"), isOne("standardProposal"), isOne("deposit")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("takes all days of a form alike: typed where of one a month is enough", () => {
    const typed = (name: string) => typesDays(Object.values((findRegister(name) as Register).fields));
    expect([typed("miningRight"), typed("protectedArea"), typed("fundCall")]).toEqual([true, true, false]);
  });

  it("asks why a right is idle only of one that is", () => {
    const asks = (name: string, state: string) =>
      !isOfOtherState(findRegister("miningRight") as never, name, state);
    expect(["producing", "granted", "surrendered", "idle"].filter((one) => asks("idleReason", one))).toEqual([
      "idle",
    ]);
    expect(asks("endedOn", "producing")).toBe(true);
    const leads = (state: string) => !isOfOtherState(findRegister("weakLink") as never, "lead", state);
    expect([leads("candidate"), leads("in_work"), leads("closed")]).toEqual([false, true, false]);
  });

  it("counts contained lithium as carbonate unless another substance or the printed unit is asked for", () => {
    const words = recordWords("deposit", "en");
    const figure = { value: "1", low: null, high: null, unit: "Mt Li", basis: null };
    const shown = (asked?: string) => showFigure(figure, words, "en", toSubstance(asked)).text;
    expect([shown(), shown("Li"), shown("printed")]).toEqual(["5,323 kt LCE", "1,000 kt Li", "1 Mt Li"]);
    expect(showFigure({ ...figure, value: "88.2597", unit: "kt Li/a" }, words, "en", "LCE")).toMatchObject({
      text: "469.8 kt LCE/a",
      original: "88.2597 kt Li/a × 5.323",
    });
    // A picture and a list, which reads fewer digits, show one number.
    const read = (given: Figure) => readDigits({ kind: "figure", units: ["Mt Li"], digits: 4 }, given);
    const uyuni = { ...figure, value: "10.2065" };
    expect(showFigure(uyuni, words, "en", "LCE", read).text).toBe("54,330 kt LCE");
    expect(showFigure(uyuni, words, "en", undefined, read).text).toBe("10.21 Mt Li");
    expect(showFigure({ ...figure, unit: "% Li2O" }, words, "en", "LCE").text).toBe("1% Li₂O");
    for (const one of [...substances, undefined]) expect(toSubstance(substanceQuery(one).unit)).toBe(one);
  });

  it("[RG14] puts fields under the heading that begins their part, none lost", () => {
    const fields = ["a", "b", "c", "d"].map((name) => [name, name] as const);
    const parts = toParts(fields, (name) => ({ b: "B", d: "D" })[name] ?? null);
    expect(parts.map(({ heading, own }) => [heading, own.map(([name]) => name).join("")])).toEqual([
      [null, "a"],
      ["B", "bc"],
      ["D", "d"],
    ]);
    expect(parts.flatMap(({ own }) => own)).toEqual(fields);
  });
});
