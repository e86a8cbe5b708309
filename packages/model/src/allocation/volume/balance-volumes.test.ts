import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceVolumes } from "./balance-volumes.ts";
import type { Volume } from "./volume.ts";
import type { VolumeRoute } from "./volume-network.ts";

const volume = (id: string, amount: number, concept = "li2co3-batt"): Volume => ({
  id,
  concept,
  amount: String(amount),
  unit: "t/a",
});

const anyMarket = fc.record({
  offers: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  needs: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
  scores: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
});

/** The most that can be served, and the best sum of scores at that, by trying every shipment in whole tonnes. */
function tryAll(offers: readonly number[], needs: readonly number[], scores: readonly number[]) {
  const cells = offers.flatMap((_, from) =>
    needs.map((_, to) => ({ from, to, score: scores[from * 3 + to] ?? 0 })),
  );
  const [left, open] = [[...offers], [...needs]];
  let best = { served: 0, score: 0 };
  const visit = (at: number, served: number, score: number): void => {
    const cell = cells[at];
    if (!cell) {
      if (served > best.served || (served === best.served && score > best.score)) best = { served, score };
      return;
    }
    const most = cell.score === 0 ? 0 : Math.min(left[cell.from] ?? 0, open[cell.to] ?? 0);
    for (let amount = 0; amount <= most; amount++) {
      left[cell.from] = (left[cell.from] ?? 0) - amount;
      open[cell.to] = (open[cell.to] ?? 0) - amount;
      visit(at + 1, served + amount, score + (amount * cell.score) / 4);
      left[cell.from] = (left[cell.from] ?? 0) + amount;
      open[cell.to] = (open[cell.to] ?? 0) + amount;
    }
  };
  visit(0, 0, 0);
  return best;
}

describe("volumes", () => {
  it("[AL11] serves as much as trying everything serves, then by the best scores, with proof", () => {
    fc.assert(
      fc.property(anyMarket, ({ offers, needs, scores }) => {
        const routes: VolumeRoute[] = offers.flatMap((_, from) =>
          needs.flatMap((_, to) => {
            const score = (scores[from * 3 + to] ?? 0) / 4;
            return score > 0 ? [{ offer: `o${from}`, need: `n${to}`, score }] : [];
          }),
        );
        const balance = balanceVolumes(
          offers.map((amount, at) => volume(`o${at}`, amount)),
          needs.map((amount, at) => volume(`n${at}`, amount)),
          routes,
        );
        const best = tryAll(offers, needs, scores);
        const scoreOf = (offer: string, need: string) =>
          routes.find((route) => route.offer === offer && route.need === need)?.score ?? 0;
        const sum = (list: readonly { readonly amount: string }[]) =>
          list.reduce((total, { amount }) => total + Number(amount), 0);
        expect(balance.proved).toBe(true);
        expect(Number(balance.served)).toBe(best.served);
        const reached = balance.shipments.reduce(
          (total, { offer, need, amount }) => total + Number(amount) * scoreOf(offer, need),
          0,
        );
        expect(reached).toBeCloseTo(best.score, 9);
        expect(sum(balance.shipments) + sum(balance.unmet)).toBe(needs.reduce((a, b) => a + b, 0));
        expect(sum(balance.shipments) + sum(balance.spare)).toBe(offers.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 60 },
    );
  });

  it("[AL12] says what binds, what stays unmet and why", () => {
    const balance = balanceVolumes(
      [volume("small", 5), volume("idle", 9, "lfp")],
      [volume("a", 8), volume("alone", 2, "separator-coated")],
      [{ offer: "small", need: "a", score: 0.8 }],
    );
    expect(balance).toMatchObject({
      served: "5",
      unmet: [
        { need: "a", amount: "3", why: "exhausted" },
        { need: "alone", amount: "2", why: "noRoute" },
      ],
      spare: [{ offer: "idle", amount: "9" }],
      binding: [{ offer: "small", more: true }],
    });
  });

  it("[AL11] a kind of the needed concept may serve it, the needed concept itself goes first; LCE counts lithium", () => {
    const needs = [volume("n", 3, "ternary-cathode")];
    const offers = [volume("kind", 3, "ncm811"), volume("same", 2, "ternary-cathode")];
    expect(balanceVolumes(offers, needs).shipments).toEqual([
      { offer: "kind", need: "n", amount: "1" },
      { offer: "same", need: "n", amount: "2" },
    ]);
    const lithium = balanceVolumes(
      [volume("hydroxide", 1000, "lioh-batt"), volume("ore", 5, "bicarbonation")],
      [volume("carbonate", 1000)],
      [{ offer: "hydroxide", need: "carbonate", score: 1 }],
      "lce",
    );
    expect(Number(lithium.served)).toBeCloseTo(880.4, 0);
    expect(lithium.unread).toEqual(["ore"]);
  });
});
