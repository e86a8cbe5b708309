import { fieldRules } from "@lilink/model/error";
import { z } from "zod";

/** A point in time: a Date inside, ISO 8601 in UTC as it leaves. */
export const moment = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime());

/** A text in both languages of the product. */
export const bilingual = z.object({ zh: z.string(), en: z.string() }).meta({ id: "Bilingual" });

/** What is wrong with a field; `params` are the limits that the rule names. */
export const fieldFault = z.object({
  field: z.string(),
  rule: z.enum(fieldRules),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** What an operation answers that changed something and has nothing more to tell. */
export const done = z
  .object({ id: z.uuid() })
  .transform(() => ({}))
  .pipe(z.object({}).meta({ id: "Done" }));

/** A page of a list; `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
