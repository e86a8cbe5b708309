import { gainOf, listSteps, listTakers, routeLots, type Taker } from "@lilink/model/trace/route";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { type KeptLot, type NamedTaker, readLots, readTakers } from "./read-lots.ts";

/** How much one more licence is supposed to be. */
const moreTonnes = 1000;

/**
 * The whole market for the secretariat: which lots go where, what is left, what a tonne more of each taker is worth, and what one more
 * licence in each province would give. [TR83] [TR84]
 */
export const planRoutes = defineQuery({
  name: "lot.plan",
  input: z.object({}),
  authorize: { action: "market.read" },
  run: async (ctx) => {
    const [lots, takers] = [await readLots(ctx, null), await readTakers(ctx)];
    const plan = routeLots(lots, takers);
    const told = takers.map((taker) => {
      const taken = plan.legs
        .filter((leg) => leg.taker === taker.id)
        .reduce((sum, leg) => sum + leg.tonnes, 0);
      // More room where there is room already changes nothing.
      const oneMore =
        taken < Math.floor(taker.free)
          ? { tonnes: 0, tonneKilometres: 0 }
          : gainOf(lots, takers, { ...taker, id: `${taker.id}+`, free: 1 }, plan);
      return {
        publicId: taker.id,
        nameZh: taker.nameZh,
        nameEn: taker.nameEn,
        qualification: taker.qualification,
        province: taker.province,
        free: taker.free,
        isOrdered: taker.isOrdered === true,
        taken,
        oneMore,
      };
    });
    const gains = [...new Set(lots.map(({ province }) => province))].flatMap((province) =>
      (["recycling", "cascade"] as const).map((qualification) => ({
        province,
        qualification,
        ...gainOf(lots, takers, licenceIn(province, qualification), plan),
      })),
    );
    const lotOf = new Map(lots.map((lot) => [lot.id, lot]));
    const takerOf = new Map(takers.map((taker) => [taker.id, taker]));
    return {
      legs: plan.legs.map((leg) => ({
        ...leg,
        lotName: lotOf.get(leg.lot)?.name ?? "",
        skipped: skippedBefore(leg.step, lotOf.get(leg.lot), takers),
        takerZh: takerOf.get(leg.taker)?.nameZh ?? null,
        takerEn: takerOf.get(leg.taker)?.nameEn ?? null,
      })),
      left: plan.left.map((one) => {
        const lot = lotOf.get(one.lot);
        const reasons = lot ? [...new Set(listTakers(lot, takers).flatMap(({ unfit }) => unfit))] : [];
        return { ...one, lotName: lot?.name ?? "", province: lot?.province ?? "", reasons };
      }),
      tonneKilometres: plan.tonneKilometres,
      leftTonnes: plan.leftTonnes,
      proven: plan.proven,
      lots: lots.length,
      takers: told,
      moreTonnes,
      // What places most first, then what saves most of the way.
      gains: gains
        .filter(({ tonnes, tonneKilometres }) => tonnes > 0 || tonneKilometres < 0)
        .sort((a, b) => b.tonnes - a.tonnes || a.tonneKilometres - b.tonneKilometres),
    };
  },
});

function licenceIn(province: string, qualification: Taker["qualification"]): Taker {
  return {
    id: `+${province}`,
    qualification,
    province,
    chemistries: [],
    streams: ["hydrogen_fluoride", "electrolyte", "process_liquor"],
    steps: [],
    hazardousTransport: true,
    free: moreTonnes,
  };
}

/** Steps of second use that a leg leaves out, each with why. [TR85] */
function skippedBefore(step: number | null, lot: KeptLot | undefined, takers: readonly NamedTaker[]) {
  if (step === null || !lot) return [];
  return listSteps(lot, takers)
    .filter((one) => one.step < step)
    .map((one) => ({ step: one.step, why: one.taker ? (["dearer"] as const) : one.why }));
}
