import { eventRefSchema } from "@lilink/contract";
import { LilinkError } from "@lilink/model/error";
import { sql } from "drizzle-orm";
import { defineQuery } from "../../kernel/define.ts";
import { requireEvent } from "./find-event.ts";

export type EventYield = {
  readonly placed: number;
  readonly held: number;
  readonly guests: number;
  readonly came: number;
  readonly told: number;
  /** Introductions of the same products within ninety days of the event; null where they are too few to compare. */
  readonly online: {
    readonly introductions: number;
    readonly withStep: number;
    readonly days: number;
  } | null;
  /** Meetings with a step that both sides told; null where there are fewer than five. */
  readonly withStep: number | null;
};

/** What an event came to, beside introductions of the same products and months, or "not comparable". [EV12] */
export const loadEventYield = defineQuery({
  name: "event.yield",
  input: eventRefSchema,
  authorize: { action: "event.read" },
  run: async (ctx, { publicId }): Promise<EventYield> => {
    const event = await requireEvent(ctx, publicId);
    const { rows: asked } = await ctx.db.execute<{ may: boolean }>(
      sql`select ${event.id}::uuid = any (app.my_events()) or app.officer() and ${event.id}::uuid <> all (app.barred_events()) as may`,
    );
    if (!asked[0]?.may) throw new LilinkError("FORBIDDEN", { action: "event.read" });
    const { rows } = await ctx.db.execute<{ told: EventYield }>(
      sql`select app.event_yield(${event.id}::uuid) as told`,
    );
    return (rows[0] as { told: EventYield }).told;
  },
});
