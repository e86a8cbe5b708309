import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";

/** A read of nothing as whoever asks: the least that any read costs. Load tests measure the others against it. */
export const ping = defineQuery({
  name: "bare.ping",
  input: z.object({}).default({}),
  authorize: { action: "organization.browse" },
  run: async (ctx) => ({ actor: ctx.actor.kind }),
});
