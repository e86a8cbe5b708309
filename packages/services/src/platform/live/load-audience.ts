import { organizationOf, personOf } from "@lilink/model/policy";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { type Hint, markOf } from "../../kernel/hint.ts";
import type { Mark } from "../../kernel/identity.ts";

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

/** Whether a hint is for this audience: its mark is that of the person, or of the organization acted for. [PL14] */
export function concerns({ personId, organizationId }: Audience, hint: Hint, mark: Mark | null): boolean {
  const { topic, nonce } = hint;
  const isFor = (whom: Parameters<typeof markOf>[2]) =>
    mark !== null && markOf(topic, nonce, whom, mark) === hint.mark;
  return (personId !== null && isFor({ personId })) || (organizationId !== null && isFor({ organizationId }));
}
