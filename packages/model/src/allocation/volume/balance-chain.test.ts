import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceChain, type ConceptAmounts } from "./balance-chain.ts";
import { balanceVolumes } from "./balance-volumes.ts";

// Two kinds of a third, which is a kind of none here, and a stranger.
const concepts = ["ncm811", "ni90", "high-nickel", "lifsi"];
const anyAmounts: fc.Arbitrary<readonly ConceptAmounts[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
    minLength: 4,
    maxLength: 4,
  })
  .map((list) =>
    list.map(([offered, asked], at) => ({
      concept: concepts[at] ?? "",
      offered: String(offered),
      asked: String(asked),
    })),
  );

/** The same by single volumes, served in tonnes, with one tonne more of a concept. */
function serve(amounts: readonly ConceptAmounts[], more: string | null): number {
  const volume = (concept: string, amount = "0") => ({ id: concept, concept, amount, unit: "t/a" });
  const offers = amounts.map(({ concept, offered }) =>
    volume(concept, String(Number(offered) + (concept === more ? 1 : 0))),
  );
  return Number(
    balanceVolumes(
      offers,
      amounts.map(({ concept, asked }) => volume(concept, asked)),
    ).served,
  );
}

describe("the balance along the chain", () => {
  it("[AL17] one more tonne serves somebody exactly where a balance with it serves more", () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        const before = serve(amounts, null);
        const balance = balanceChain(amounts);
        expect(balance.reduce((sum, { met }) => sum + Number(met), 0)).toBe(before);
        for (const { concept, oneMore } of balance)
          expect(oneMore.does === "serves").toBe(serve(amounts, concept) > before);
      }),
      { numRuns: 100 },
    );
  });

  it("[AL17] what is met and goes without is what is asked, and nothing is spare that somebody could use", () => {
    fc.assert(
      fc.property(anyAmounts, (amounts) => {
        for (const { asked, met, unmet, spare, oneMore } of balanceChain(amounts)) {
          expect(Number(met) + Number(unmet)).toBe(Number(asked));
          if (Number(spare) > 0) expect(oneMore).toEqual({ does: "nothing" });
        }
      }),
      { numRuns: 100 },
    );
  });

  it("[AL17] names whom one more tonne would serve, and takes an amount that nobody states for nothing", () => {
    const [kind, whole, alone, enough] = balanceChain([
      { concept: "ncm811", offered: "2" },
      { concept: "high-nickel", asked: "5", offered: "1" },
      { concept: "lifsi", asked: "0.5" },
      { concept: "dtd", asked: "3", offered: "3" },
    ]);
    expect(whole).toMatchObject({ met: "3", unmet: "2", oneMore: { does: "serves", need: "high-nickel" } });
    expect(kind).toMatchObject({ met: "0", spare: "0", oneMore: { does: "serves", need: "high-nickel" } });
    expect(alone).toMatchObject({ met: "0", unmet: "0.5", oneMore: { does: "serves", need: "lifsi" } });
    expect(enough).toMatchObject({ met: "3", spare: "0", oneMore: { does: "nothing" } });
    const [closer] = balanceChain([
      { concept: "high-nickel", offered: "1", asked: "2" },
      { concept: "ncm811", offered: "2" },
    ]);
    expect(closer?.oneMore).toEqual({ does: "fitsCloser" });
  });
});
