import { auditEntry } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import type { Context } from "./context.ts";
import type { AuditNote } from "./define.ts";

/** Writes an audit entry in the name of the actor, in the same transaction as the change. */
export async function writeEntry(ctx: Context, action: string, note: AuditNote): Promise<void> {
  await ctx.db.insert(auditEntry).values({
    id: ctx.newId(),
    organizationId: organizationOf(ctx.actor),
    personId: personOf(ctx.actor),
    actorKind: ctx.actor.kind,
    action,
    subjectKind: note.subjectKind,
    subjectId: note.subjectId,
    detail: note.detail ?? {},
    at: ctx.now,
  });
}
