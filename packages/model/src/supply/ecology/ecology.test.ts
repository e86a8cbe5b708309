import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ecologyVerdicts, outlineArea, type Ring, rightPhases, toWkt } from "../../register/index.ts";
import {
  commonArea,
  faultsOfEcology,
  holds,
  judgeEcology,
  meetAreas,
  type Protected,
  verdictOf,
} from "./index.ts";

const boxOf = (west: number, south: number, wide: number, tall = wide): Ring => [
  [west, south],
  [west + wide, south],
  [west + wide, south + tall],
  [west, south + tall],
];
const area = (ring: Ring, protection: Protected["protection"] = "strict"): Protected => ({
  protection,
  ring,
});

/** A star around a middle: seldom convex, never crossing itself. */
const star = (middle: readonly [number, number]) =>
  fc.array(fc.double({ min: 0.05, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 16 }).map(
    (far): Ring =>
      far.map((reach, at) => {
        const angle = (at / far.length) * 2 * Math.PI;
        return [
          Number((middle[0] + reach * Math.cos(angle)).toFixed(6)),
          Number((middle[1] + reach * Math.sin(angle)).toFixed(6)),
        ];
      }),
  );

/** Columns of whole cells on one ground: two of them share sides and corners all the time. */
const cell = 0.001;
type Columns = { readonly ground: number; readonly tops: readonly number[] };
const columns = fc
  .record({
    ground: fc.integer({ min: 0, max: 4 }),
    heights: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ ground, heights }): Columns => ({ ground, tops: heights.map((height) => ground + height) }));
const toRing = ({ ground, tops }: Columns): Ring => {
  const roof = tops.flatMap((top, x) => [[x, top] as const, [x + 1, top] as const]).reverse();
  const corners = [[0, ground] as const, [tops.length, ground] as const, ...roof];
  return corners
    .filter(([x, y], at) => at === 0 || corners[at - 1]?.[0] !== x || corners[at - 1]?.[1] !== y)
    .map(([x, y]) => [Number((100 + x * cell).toFixed(6)), Number((y * cell).toFixed(6))] as const);
};

describe("[EP2] a block laid over protected areas", () => {
  it("says which areas it meets, the largest share first, and by how much", () => {
    const block = boxOf(101, 30, 0.2);
    const [half, corner] = [boxOf(101.1, 29, 2), boxOf(101.15, 30.15, 1)];
    const met = meetAreas({ ring: block }, [area(corner), area(boxOf(90, 30, 1)), area(half, "limited")]);
    expect(met.map(({ area: { ring } }) => ring)).toEqual([half, corner]);
    expect(met[0]?.share).toBeCloseTo(0.5, 3);
    expect(met[1]?.share).toBeCloseTo(1 / 16, 3);
    expect(met[0]?.km2).toBeCloseTo(outlineArea(block) / 2, 0);
  });
  it("a border in common and a sliver of two surveys are no meeting; a block inside an area lies in it whole", () => {
    const block = boxOf(101, 30, 0.2);
    expect(meetAreas({ ring: block }, [area(boxOf(101.2, 30, 0.2))])).toEqual([]);
    expect(meetAreas({ ring: block }, [area(boxOf(101.199999, 30, 0.2))])).toEqual([]);
    expect(meetAreas({ ring: block }, [area(boxOf(100, 29, 3))])[0]?.share).toBeCloseTo(1, 9);
    expect(meetAreas({ ring: block }, [area(block)])[0]?.share).toBeCloseTo(1, 9);
  });
  it("a place without an outline lies in an area or not, and has no share", () => {
    const met = meetAreas({ spot: [101.1, 30.1] }, [area(boxOf(101, 30, 1)), area(boxOf(102, 30, 1))]);
    expect(met).toMatchObject([{ km2: null, share: null }]);
  });
  it("the share is that of points strewn over the block", () => {
    fc.assert(
      fc.property(star([101, 31]), star([101.2, 31.1]), (block, other) => {
        fc.pre(outlineArea(block) > 0 && outlineArea(other) > 0);
        const [side, lons, lats] = [120, block.map(([lon]) => lon), block.map(([, lat]) => lat)];
        const spread = (of: readonly number[], at: number) =>
          Math.min(...of) + ((at + 0.5) / side) * (Math.max(...of) - Math.min(...of));
        let [within, both] = [0, 0];
        for (let x = 0; x < side; x += 1)
          for (let y = 0; y < side; y += 1) {
            const spot = [spread(lons, x), spread(lats, y)] as const;
            if (!holds(block, spot)) continue;
            within += 1;
            if (holds(other, spot)) both += 1;
          }
        fc.pre(within > 500);
        const share = meetAreas({ ring: block }, [area(other)])[0]?.share ?? 0;
        expect(Math.abs(share - both / within)).toBeLessThan(0.04);
      }),
      { numRuns: 60 },
    );
  });
  it("whole cells are counted exactly, whatever sides and corners two areas share", () => {
    fc.assert(
      fc.property(columns, columns, (one, other) => {
        const cells = one.tops.reduce((sum, top, x) => {
          const high = Math.min(top, other.tops[x] ?? 0) - Math.max(one.ground, other.ground);
          return sum + Math.max(0, high);
        }, 0);
        const each = outlineArea(boxOf(100, 0, cell));
        expect(commonArea(toRing(one), toRing(other)) / each).toBeCloseTo(cells, 4);
        expect(commonArea(toRing(other), toRing(one)) / each).toBeCloseTo(cells, 4);
      }),
    );
  });
});

describe("[EP3] the verdict", () => {
  it("a strict area makes a red line, a limited one a buffer, and none says nothing against either", () => {
    const [strict, limited] = [area(boxOf(0, 0, 1)), area(boxOf(0, 0, 1), "limited")];
    expect(verdictOf([{ area: limited }, { area: strict }])).toBe("red_line");
    expect(verdictOf([{ area: limited }])).toBe("buffer");
    expect(verdictOf([])).toBe("none");
  });
  it("a milder one contradicts the areas, a stricter one does not, and the stricter of the two binds", () => {
    const outline = toWkt(boxOf(101, 30, 0.2));
    const near = [area(boxOf(101.1, 29, 2), "limited")];
    const judge = (ecology: string | null) => judgeEcology({ outline, ecology }, near);
    expect(judge("none")).toMatchObject({ found: "buffer", binding: "buffer", isContradicted: true });
    expect(judge("buffer")).toMatchObject({ binding: "buffer", isContradicted: false });
    expect(judge("red_line")).toMatchObject({ binding: "red_line", isContradicted: false });
    expect(judge(null)).toMatchObject({ binding: "buffer", isContradicted: false });
    expect(judgeEcology({ ecology: "none" }, near)).toMatchObject({ met: [], found: "none" });
  });
});

describe("[MR4] what stands between a block and a state", () => {
  it("over a red line nothing is announced, and nothing granted or mined without a decision, whatever else is written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ecologyVerdicts),
        fc.constantFrom("strict" as const, "limited" as const, null),
        fc.constantFrom(...rightPhases),
        fc.boolean(),
        fc.boolean(),
        (ecology, level, state, hasReason, hasDecision) => {
          const outline = toWkt(boxOf(101, 30, 0.2));
          const near = level ? [area(boxOf(101.1, 29, 2), level)] : [];
          const values = {
            ...{ outline, ecology, ecologyReason: hasReason ? "so it is" : null },
            ...(hasDecision && { ecologyDecision: "No. 12", ecologyDecidedOn: "2019" }),
          };
          const faults = faultsOfEcology(values, judgeEcology(values, near), state, true);
          const isRed = ecology === "red_line" || level === "strict";
          const isHeld = ["exploring", "granted", "building", "producing"].includes(state);
          expect(faults.includes("overRedLine")).toBe(isRed && state === "announced");
          expect(faults.includes("notDecided")).toBe(isRed && isHeld && !hasDecision);
          // Writing what is there already never asks for the decision.
          const written = faultsOfEcology(values, judgeEcology(values, near), state, false);
          expect(written.includes("notDecided")).toBe(false);
        },
      ),
    );
  });
});
