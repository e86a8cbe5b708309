import type { contactSchema } from "@lilink/contract";
import { person } from "@lilink/db/schema";
import { toInputError } from "@lilink/model/error";
import { personOf } from "@lilink/model/policy";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";

export type Contact = { readonly name: string; readonly email: string; readonly phone: string | null };

/** The acting person as a contact, or null for a program. */
export async function findOwnContact(ctx: Context): Promise<Contact | null> {
  const personId = personOf(ctx.actor);
  if (!personId) return null;
  const [self] = await ctx.db
    .select({ name: person.name, email: person.email, phone: person.phone })
    .from(person)
    .where(eq(person.id, personId));
  return self ?? null;
}

/** The contact as it is now: what was given, else the acting person. A program must name one. */
export async function snapshotContact(
  ctx: Context,
  given: z.output<typeof contactSchema> | undefined,
): Promise<Contact> {
  if (given) return { name: given.name, email: given.email, phone: given.phone ?? null };
  const self = await findOwnContact(ctx);
  if (!self) throw toInputError([{ field: "contact", rule: "required" }]);
  return self;
}
