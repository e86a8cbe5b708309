import type { reportEventSchema } from "@lilink/contract";
import type { FieldFault } from "@lilink/model/error";
import type { CustodyEvent } from "@lilink/model/trace";
import { keptCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../../kernel/context.ts";

export type TypedEvent = Omit<z.output<typeof reportEventSchema>, "to" | "province" | "corrects">;

/** What somebody typed as an event of the body that tells it, with its codes as they are filed; or the field at fault. */
export function toEvent(
  said: TypedEvent,
  { by, to, today }: { readonly by: string; readonly to: string | undefined; readonly today: string },
): CustodyEvent | FieldFault {
  if (said.at > today) return { field: "at", rule: "dateTooFar", params: { max: today } };
  const code = keptCode(said.code);
  if (code === null) return { field: "code", rule: "badFormat" };
  const origins = said.origins && keptCodes(said.origins);
  if (origins === null) return { field: "origins", rule: "badFormat" };
  const children = said.children && keptCodes(said.children);
  if (children === null) return { field: "children", rule: "badFormat" };
  const event: Record<string, unknown> = { verb: said.verb, code, at: said.at, by };
  if (to !== undefined) event.to = to;
  if (origins) event.origins = origins;
  if (children) event.children = children;
  // What is undefined is left out, so that an absent field and an empty one are one event.
  for (const field in said) {
    const value = said[field as keyof TypedEvent];
    if (value !== undefined && !(field in event)) event[field] = value;
  }
  return event as CustodyEvent;
}

function keptCodes(typed: readonly string[]): readonly string[] | null {
  const codes = typed.map(keptCode);
  return codes.includes(null) ? null : codes.filter((code) => code !== null);
}

/** The ids of bodies that events name by their public ones; the teller itself is none of them. */
export async function findBodies(
  ctx: Context,
  own: string,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (publicIds.length === 0) return new Map();
  const { rows } = await ctx.db.execute<{ id: string; publicId: string }>(
    sql`select id, public_id as "publicId" from organization
      where public_id = any (${sql.param([...new Set(publicIds)])}::text[]) and id <> ${own}::uuid`,
  );
  return new Map(rows.map(({ id, publicId }) => [publicId, id]));
}
