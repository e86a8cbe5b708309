import { organizationOf, personOf } from "@lilink/model/policy";
import { z } from "zod";
import type { LiveEvent } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";

/** For whom a browser tab hears events: the person and the organization acted for, as they stand now. */
export type Audience = { readonly personId: string | null; readonly organizationId: string | null };

export const loadAudience = defineQuery({
  name: "live.audience",
  input: z.object({}).default({}),
  authorize: { action: "session.read" },
  run: async (ctx): Promise<Audience> => ({
    personId: personOf(ctx.actor),
    organizationId: organizationOf(ctx.actor),
  }),
});

/** Whether an event is for this audience; one that names nobody is for nobody. */
export function concerns(audience: Audience, event: LiveEvent): boolean {
  if (event.personId !== undefined) return event.personId === audience.personId;
  return event.organizationId !== undefined && event.organizationId === audience.organizationId;
}
