import type { reportEventSchema } from "@lilink/contract";
import type { FieldFault } from "@lilink/model/error";
import type { CustodyEvent } from "@lilink/model/trace";
import { explainCode, filedCode } from "@lilink/model/trace/code";
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
  const read = { code: [said.code], origins: said.origins, children: said.children };
  const codes: Record<string, string[]> = {};
  for (const [field, typed] of Object.entries(read))
    for (const one of typed ?? []) {
      const reading = explainCode(one);
      if (reading.verdict === "reject") return { field, rule: "badFormat" };
      codes[field] = [...(codes[field] ?? []), filedCode(reading)];
    }
  // JSON leaves out what is undefined, so that an absent field and an empty one are one event.
  const given = JSON.parse(JSON.stringify(said)) as Omit<CustodyEvent, "by">;
  return {
    ...given,
    code: codes.code?.[0] ?? "",
    by,
    ...(to !== undefined && { to }),
    ...(said.origins && { origins: codes.origins ?? [] }),
    ...(said.children && { children: codes.children ?? [] }),
  };
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
