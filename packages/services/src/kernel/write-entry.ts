import { auditEntry } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { Context } from "./context.ts";
import type { AuditNote } from "./define.ts";

/** Writes an audit entry in the name of the actor, in the same transaction as the change. */
export async function writeEntry(ctx: Context, action: string, note: AuditNote): Promise<void> {
  const id = ctx.newId();
  const names = note.forBody ? await readNames(ctx, note.forBody) : null;
  await ctx.db.insert(auditEntry).values({
    id,
    organizationId: organizationOf(ctx.actor),
    personId: personOf(ctx.actor),
    actorKind: ctx.actor.kind,
    action,
    subjectKind: note.subjectKind,
    subjectId: note.subjectId,
    detail: { ...note.detail, ...(names ? { client: names.client } : {}) },
    at: ctx.sealedAt,
  });
  if (names)
    await ctx.db.execute(sql`select app.note_for_client(${id}::uuid, ${ctx.newId()}::uuid, ${note.forBody}::uuid,
      ${JSON.stringify({ ...note.detail, client: names.client, adviser: names.adviser })}::jsonb)`);
}

/** How both logs name the two: the client, and the adviser with its body. */
async function readNames(ctx: Context, forBody: string) {
  const { rows } = await ctx.db.execute<{ client: string; adviser: string }>(sql`
    select c.name_zh as client, (select p.name from person p where p.id = app.person()) || ' · ' || o.name_zh as adviser
    from organization c, organization o where c.id = ${forBody}::uuid and o.id = app.org()`);
  return rows[0] ?? null;
}
