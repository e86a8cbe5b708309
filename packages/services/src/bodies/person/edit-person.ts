import { profileSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { LilinkError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { defineMutation, defineQuery } from "../../kernel/define.ts";

const self = { action: "person.edit", resource: () => ({ self: true }) } as const;

export const loadPerson = defineQuery({
  name: "person.load",
  input: z.object({}).default({}),
  authorize: self,
  run: async (ctx) => {
    const [row] = await ctx.db
      .select({
        publicId: person.publicId,
        email: person.email,
        name: person.name,
        phone: person.phone,
        locale: person.locale,
        singleKeys: person.singleKeys,
      })
      .from(person)
      .where(eq(person.id, personOf(ctx.actor) ?? ""));
    if (!row) throw new LilinkError("NOT_FOUND");
    return row;
  },
});

/** Changes what the person says of itself; the address stays, for it is how the account is known. */
export const editPerson = defineMutation({
  name: "person.edit",
  input: profileSchema,
  authorize: self,
  run: async (ctx, input) => {
    const id = personOf(ctx.actor) ?? "";
    await ctx.db
      .update(person)
      .set({ ...input, phone: input.phone || null })
      .where(eq(person.id, id));
    return { id };
  },
  audit: (_input, output) => ({ subjectKind: "person", subjectId: output.id }),
});
