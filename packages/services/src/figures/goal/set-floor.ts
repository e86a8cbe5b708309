import { goalFloorSchema } from "@lilink/contract";
import { goalFloor } from "@lilink/db/schema";
import { personOf } from "@lilink/model/policy";
import { z } from "zod";
import { defineMutation, defineQuery } from "../../kernel/define.ts";
import { readFloor } from "./read-floor.ts";

/** The share of returns that the group asks for, for everyone to read. [PG20] */
export const loadFloor = defineQuery({
  name: "goal.floor",
  input: z.object({}),
  authorize: { action: "goal.browse" },
  run: readFloor,
});

/** An officer sets the share of returns below which figures are judged with care, and says why. [PG20] */
export const setFloor = defineMutation({
  name: "goal.setFloor",
  input: goalFloorSchema,
  authorize: { action: "goal.setFloor" },
  run: async (ctx, { percent, reason }) => {
    const before = (await readFloor(ctx)).percent;
    const id = ctx.newId();
    await ctx.db
      .insert(goalFloor)
      .values({ id, percent, reason, decidedBy: personOf(ctx.actor), decidedAt: ctx.now });
    return { id, before };
  },
  audit: ({ percent }, { id, before }) => ({
    subjectKind: "goal_floor",
    subjectId: id,
    detail: { percent, before },
  }),
});
