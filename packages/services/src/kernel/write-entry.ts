import { auditEntry } from "@lilink/db/schema";
import { organizationOf, personOf } from "@lilink/model/policy";
import type { Context } from "./context.ts";
import type { AuditNote } from "./define.ts";

/** Writes an entry of the audit in the name of the actor, into the transaction that it describes. */
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
