import { drawFlow, stages } from "@lilink/model/chain";
import { describe, expect, it } from "vitest";
import { cardLeft, cardRight, flowLinks, layOutRibbons, rowsAtMost, toCardRows } from "./chain-layout.ts";

const counts = stages.map((stage, at) => ({
  stage,
  ...{ capabilities: at, needs: 1, projects: 0, total: at + 1 },
}));
const cards = flowLinks.map((link) => toCardRows(counts, link));

describe("the chain on the first page", () => {
  it("shows every posting of a link once, in rows that fit the card", () => {
    for (const [at, link] of flowLinks.entries()) {
      const rows = cards[at] ?? [];
      const own = counts.filter(({ stage }) => stage.link === link);
      expect(rows.length).toBeLessThanOrEqual(rowsAtMost);
      expect(rows.flatMap((row) => row.stages).toSorted()).toEqual(
        own.map(({ stage }) => stage.id).toSorted(),
      );
      expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(
        own.reduce((sum, row) => sum + row.total, 0),
      );
    }
  });

  it("leads every ribbon from a row of one card to a row of the next", () => {
    const ribbons = layOutRibbons(drawFlow(), cards);
    expect(new Set(ribbons.map(({ link }) => link))).toEqual(new Set(flowLinks.slice(0, 3)));
    for (const { link, path, width } of ribbons) {
      const card = cards.findIndex((rows) => rows.some(({ stage }) => stage?.link === link));
      const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
      expect([numbers[0], numbers.at(-2)]).toEqual([cardRight(card), cardLeft(card + 1)]);
      expect(width).toBeGreaterThan(2);
    }
  });
});
