import { LilinkError } from "@lilink/model/error";
import { type Register, registers } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineQuery } from "../../kernel/define.ts";
import { requireHead } from "../../record/find-record.ts";

/** Registers whose declarations are held out to the public. */
const heldOut = ["conformityClaim", "plant"] as const;

export type Holder = { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null };

/** Whose declaration is held out to the public: whoever objects has to know of whom; null in every other state. [TR71] */
export const loadHolder = defineQuery({
  name: "recycler.holder",
  input: z.object({ register: z.enum(heldOut), publicId: z.string().max(40) }),
  authorize: { action: "record.browse" },
  run: async (ctx, { register, publicId }): Promise<Holder | null> => {
    const head = await requireHead(ctx, registers[register] as unknown as Register, publicId);
    if (head.state !== "notice" || head.organizationId === null) return null;
    const { rows } = await ctx.db.execute<Holder>(
      sql`select public_id as "publicId", name_zh as "nameZh", name_en as "nameEn" from organization where id = ${head.organizationId}::uuid`,
    );
    if (!rows[0]) throw new LilinkError("NOT_FOUND");
    return rows[0];
  },
});
