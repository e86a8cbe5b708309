import { returnEvent } from "@lilink/db/schema";
import { type Finding, listQueries } from "@lilink/model/return";
import { and, asc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import type { FormRow } from "./find-form.ts";

const itemsSchema = z.array(z.object({ component: z.string().nullable(), text: z.string() }));

/** The questions of a checker that a version of a return has to answer, oldest first ([RT9]). */
export async function readQueries(
  ctx: Context,
  { id }: Pick<FormRow, "id">,
  version: number,
): Promise<Finding[]> {
  const events = await ctx.db
    .select({ kind: returnEvent.kind, version: returnEvent.version, text: returnEvent.text })
    .from(returnEvent)
    .where(and(eq(returnEvent.formId, id), inArray(returnEvent.kind, ["queried", "verified"])))
    .orderBy(asc(returnEvent.at), asc(returnEvent.id));
  return listQueries(
    events.map(({ text, ...event }) => ({ ...event, items: event.kind === "queried" ? toItems(text) : [] })),
    version,
  );
}

/** What is no list of questions asks nothing: a return is not to be shut up by it. */
function toItems(text: string | null): z.output<typeof itemsSchema> {
  try {
    return itemsSchema.parse(JSON.parse(text ?? "[]"));
  } catch {
    return [];
  }
}
