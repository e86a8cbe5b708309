import { gainOf, listTakers, routeLots, type Taker } from "@lilink/model/trace/route";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { readLots, readTakers } from "./read-lots.ts";

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
    const full = takers.map((taker) => {
      const taken = plan.legs
        .filter((leg) => leg.taker === taker.id)
        .reduce((sum, leg) => sum + leg.tonnes, 0);
      const more = gainOf(lots, takers, { ...taker, id: `${taker.id}+`, free: 1 }, plan);
      return {
        publicId: taker.id,
        nameZh: taker.nameZh,
        nameEn: taker.nameEn,
        qualification: taker.qualification,
        province: taker.province,
        free: taker.free,
        taken,
        oneMore: more,
      };
    });
    const gains = [...new Set(lots.map(({ province }) => province))].flatMap((province) =>
      (["recycling", "cascade"] as const).map((qualification) => ({
        province,
        qualification,
        ...gainOf(lots, takers, licenceIn(province, qualification), plan),
      })),
    );
    const orgs = new Map(lots.map((lot) => [lot.id, lot]));
    return {
      legs: plan.legs.map((leg) => ({
        ...leg,
        lotName: orgs.get(leg.lot)?.name ?? "",
        takerZh: takers.find(({ id }) => id === leg.taker)?.nameZh ?? null,
        takerEn: takers.find(({ id }) => id === leg.taker)?.nameEn ?? null,
      })),
      left: plan.left.map((one) => {
        const lot = orgs.get(one.lot);
        const reasons = lot ? [...new Set(listTakers(lot, takers).flatMap(({ unfit }) => unfit))] : [];
        return { ...one, lotName: lot?.name ?? "", province: lot?.province ?? "", reasons };
      }),
      tonneKilometres: plan.tonneKilometres,
      leftTonnes: plan.leftTonnes,
      proven: plan.proven,
      lots: lots.length,
      takers: full,
      moreTonnes,
      gains: gains.filter(({ tonnes, tonneKilometres }) => tonnes > 0 || tonneKilometres < 0),
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
    hazardousTransport: true,
    free: moreTonnes,
  };
}
