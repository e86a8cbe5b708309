import { eventGuest } from "@lilink/db/schema";
import { organizationOf } from "@lilink/model/policy";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { headOf } from "../../record/record-tables.ts";
import { eventRegister } from "./find-event.ts";

/** The events to which the own firm comes, by public id. [EV2] */
export const listAttendedEvents = defineQuery({
  name: "event.attended",
  input: z.object({}),
  authorize: { action: "event.read" },
  run: async (ctx): Promise<readonly string[]> => {
    const own = organizationOf(ctx.actor);
    if (own === null) return [];
    const rows = await ctx.db
      .select({
        publicId: sql<string>`(select h.public_id from ${headOf(eventRegister)} h where h.id = ${eventGuest.eventId})`,
      })
      .from(eventGuest)
      .where(
        and(eq(eventGuest.organizationId, own), inArray(eventGuest.state, ["registered", "checked_in"])),
      );
    return rows.map(({ publicId }) => publicId);
  },
});
