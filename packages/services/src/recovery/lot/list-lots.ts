import * as shape from "@lilink/contract/rest";
import { listSteps, listTakers } from "@lilink/model/trace/route";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import { defineQuery } from "../../kernel/define.ts";
import { readLots, readTakers } from "./read-lots.ts";

const nearest = 5;

/** The own lots, each with its gate and its nearest takers, and where the holder sits. Nobody sees what others offer. [TR81] */
export const listLots = defineQuery({
  name: "lot.list",
  input: z.object({}),
  rest: { tag: "registers", method: "GET", path: "/lots", output: shape.retiredLots },
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx) => {
    const own = requireOwn(ctx);
    const [lots, takers] = [await readLots(ctx, own), await readTakers(ctx)];
    const { rows } = await ctx.db.execute<{ publicId: string; province: string | null }>(
      sql`select public_id as "publicId", province from organization where id = ${own}::uuid`,
    );
    const items = lots.map(({ orgId: _org, ...lot }) => ({
      ...lot,
      steps: listSteps(lot, takers).map(({ step, taker, km, why }) => ({
        ...{ step, km, why },
        taker: taker && { publicId: taker.publicId, nameZh: taker.nameZh, nameEn: taker.nameEn },
      })),
      takers: listTakers(lot, takers)
        .slice(0, nearest)
        .map(({ taker, km, unfit }) => ({
          publicId: taker.publicId,
          firm: taker.firm,
          /** A site of the holder itself: nobody to be asked. */
          isOwn: taker.firm === rows[0]?.publicId,
          nameZh: taker.nameZh,
          nameEn: taker.nameEn,
          qualification: taker.qualification,
          province: taker.province,
          km,
          unfit,
        })),
    }));
    return { items, takers: takers.length, province: rows[0]?.province ?? null };
  },
});
