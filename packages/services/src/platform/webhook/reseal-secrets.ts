import { webhookEndpoint } from "@lilink/db/schema";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defineMutation } from "../../kernel/define.ts";
import { unsealHere } from "./unseal-here.ts";

/**
 * Seals what a release before left in plain, and seals anew what an earlier key sealed; what nobody here can open stays as it
 * is. Again changes nothing ([WH7]).
 */
export const resealSecrets = defineMutation({
  name: "webhook.reseal",
  input: z.object({}).default({}),
  authorize: { action: "webhook.deliver" },
  run: async (ctx) => {
    const { seals } = ctx.guard;
    if (!seals) return { sealed: 0, unknown: 0 };
    await unsealHere(ctx);
    const rows = await ctx.db
      .select({ id: webhookEndpoint.id, secret: webhookEndpoint.secret, sealed: webhookEndpoint.sealed })
      .from(webhookEndpoint)
      .where(sql`sealed is null or not starts_with(sealed, ${seals.mark})`)
      .for("update");
    let unknown = 0;
    for (const { id, secret, sealed } of rows) {
      const plain = sealed === null ? secret : seals.open(sealed, id);
      if (plain === null) {
        unknown += 1;
        continue;
      }
      await ctx.db
        .update(webhookEndpoint)
        .set({ secret: "", sealed: seals.seal(plain, id) })
        .where(eq(webhookEndpoint.id, id));
    }
    return { sealed: rows.length - unknown, unknown };
  },
  audit: () => null,
});
