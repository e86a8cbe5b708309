import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelledFields } from "./field.ts";
import { disclosureLevels, narrownessOf } from "./level.ts";
import { startLevels } from "./level-choice.ts";
import { levelOf } from "./part.ts";
import { postingKinds } from "./vocabulary.ts";
import { keptTo, levelUnder, listExceptions, spreadWhole, wholeOf } from "./whole-level.ts";

const anyLevel = fc.constantFrom(...disclosureLevels);
const anyKind = fc.constantFrom(...postingKinds);

describe("one level for the whole", () => {
  it("[PO14] a posting as it starts is for members, and says what is otherwise", () => {
    const content = { summary: "s", cooperation: ["supply"], price: "1" } as const;
    const told = listExceptions("need", content, startLevels("need", {}));
    expect(told.map(({ field, level, chosen }) => `${field} ${level} ${chosen}`)).toEqual([
      "identity partner false",
      "summary everyone false",
      "price own false",
      "cooperation everyone false",
    ]);
  });

  it("[PO33] kept to a narrower whole nothing opens, and what is narrower stays", () => {
    const chosen = fc.dictionary(fc.constantFrom(...levelledFields), anyLevel);
    fc.assert(
      fc.property(anyKind, anyLevel, chosen, (kind, whole, levels) => {
        const kept = keptTo(whole, levels, kind);
        for (const field of levelledFields) {
          expect(narrownessOf(levelOf(field, kept))).toBeGreaterThanOrEqual(
            narrownessOf(levelOf(field, levels)),
          );
          expect(narrownessOf(kept[field])).toBeGreaterThanOrEqual(
            narrownessOf(levelUnder(whole, field, kind)),
          );
        }
      }),
    );
    expect(keptTo("partner", { region: "own" }, "need")).toMatchObject({
      region: "own",
      summary: "partner",
      figures: "partner",
    });
  });

  it("[PO14] a figure of its own is an exception; one behind the wall follows a whole for everyone as members", () => {
    const figure = (attribute: string) =>
      ({ attribute, op: "=", value: "1", unit: "t", hard: true }) as const;
    const content = { figures: [figure("moq"), figure("purity")] };
    const levels = { ...spreadWhole("everyone", "capability"), "figures.purity": "own" } as const;
    expect(listExceptions("capability", content, levels)).toEqual([
      { field: "identity", level: "partner", chosen: false },
      { field: "figures.purity", level: "own", chosen: true },
    ]);
  });

  it("[PO14] volume and budget class are exceptions of a whole for members: rivals do not see them", () => {
    const content = { volume: { amount: "1", unit: "t" }, budget: "1m_10m" } as const;
    expect(listExceptions("need", content, {}).map(({ field }) => field)).toEqual([
      "identity",
      "volume",
      "budget",
    ]);
  });

  it("[PO14] any choice: the whole is what was chosen, nothing opens that starts closer, nothing is the author's", () => {
    fc.assert(
      fc.property(anyLevel, anyKind, (whole, kind) => {
        const levels = spreadWhole(whole, kind);
        expect(wholeOf(levels)).toBe(whole);
        for (const field of levelledFields) {
          const start = levelOf(field, startLevels(kind, {}));
          if (narrownessOf(start) > narrownessOf("member"))
            expect(narrownessOf(levels[field])).toBeGreaterThanOrEqual(narrownessOf(start));
          if (narrownessOf(whole) > narrownessOf("member"))
            expect(narrownessOf(levels[field])).toBeGreaterThanOrEqual(narrownessOf(whole));
          // What is stored is what was shown: the wall narrows nothing any more.
          expect(levelOf(field, levels)).toBe(levels[field]);
          expect(levelUnder(whole, field, kind)).toBe(levels[field]);
        }
        expect(listExceptions(kind, { price: "1", summary: "s" }, levels).some(({ chosen }) => chosen)).toBe(
          false,
        );
      }),
    );
  });
});
