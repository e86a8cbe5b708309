import { columnName, partiesOf, type Register } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/context.ts";
import type { Head } from "./find-record.ts";
import { versionOf } from "./record-tables.ts";

const kinds = { officers: "record.submitted", owner: "record.returned", parties: "record.decided" } as const;

/** To officers a notice names no record of an organization: some of them stay away from it. [PL12] */
const unnamed = { zh: "一条待审记录", en: "A record of an organization" } as const;

/** Tells whom the machine names: reviewers that something waits, the owner what came back, all sides what was decided. */
export async function tellStep(
  ctx: Context,
  register: Register,
  head: Head,
  step: string,
  reason: string | null,
): Promise<void> {
  const whom = register.machine.steps[step]?.tell as keyof typeof kinds | undefined;
  if (!whom || !(whom in kinds)) return;
  const told = whom === "officers" ? [] : await sidesOf(ctx, register, head, whom);
  const isNamed = told.length > 0 || head.organizationId === null;
  const title = { zh: head.titleZh ?? head.titleEn ?? "", en: head.titleEn ?? head.titleZh ?? "" };
  const to = told.length > 0 ? told.map((organizationId) => ({ organizationId })) : [{ officers: true }];
  for (const [at, side] of to.entries())
    await ctx.enqueue("notice.deliver", {
      kind: kinds[whom],
      causeKey: `${head.id}:${head.revision}${at > 0 ? `:${at}` : ""}`,
      path: `/${register.rest.path}/${head.publicId}`,
      params: {
        register: register.name,
        ...(isNamed ? title : unnamed),
        reason: reason ?? "",
      },
      ...side,
    });
}

/** The organizations that a step is told to: who filed the record and, where it is a case, its parties. */
async function sidesOf(
  ctx: Context,
  register: Register,
  head: Head,
  whom: "owner" | "parties",
): Promise<readonly string[]> {
  if (!head.organizationId) return [];
  if (whom === "owner" || partiesOf(register).length === 0) return [head.organizationId];
  const columns = partiesOf(register).map((name) => sql.identifier(`${columnName(name)}_id`));
  const { rows } = await ctx.db.execute<{ id: string }>(
    sql`select distinct unnest(array[${sql.join(columns, sql`, `)}]) as id from ${versionOf(register)}
      where record_id = ${head.id} and version = ${head.version} and level = ${register.level}`,
  );
  return [head.organizationId, ...rows.flatMap(({ id }) => (id && id !== head.organizationId ? [id] : []))];
}
