import { toSaveSchema } from "@lilink/contract";
import { toRecordShapes } from "@lilink/contract/rest";
import { LilinkError, toInputError } from "@lilink/model/error";
import { organizationOf } from "@lilink/model/policy";
import { missingOf, type Register, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { type AuditNote, defineMutation } from "../kernel/define.ts";
import { toKey } from "./cells.ts";
import { type Head, requireHead, resourceOf } from "./find-record.ts";
import { requireBlock } from "./judge-blocks.ts";
import { headOf } from "./record-tables.ts";
import { requireRules } from "./require-complete.ts";
import { createRecords, saveVersions } from "./save-versions.ts";
import { requireRefs, type VersionContent } from "./write-version.ts";

export type SavedRecord = {
  readonly publicId: string;
  readonly id: string;
  readonly revision: number;
  /** Required fields that are still empty; the record is saved all the same. */
  readonly missing: readonly string[];
};

/**
 * Saves a record as its owner typed it. A draft keeps its version; a record that is edited live gets a new version, live at
 * once. A save that saw an older revision changes nothing and answers CONFLICT. [RG5]
 */
export function saveRecord(register: Register) {
  return defineMutation({
    name: `${register.name}.save`,
    input: toSaveSchema(register),
    ...(register.owner === "organization"
      ? {
          rest: {
            method: "POST",
            path: `/${register.rest.path}`,
            tag: "registers",
            output: toRecordShapes(register).save as z.ZodType,
          },
        }
      : {}),
    authorize: {
      action: register.act.edit,
      resource: async (ctx, { publicId }) =>
        resourceOf(ctx, register, publicId ? await requireHead(ctx, register, publicId) : null),
    },
    run: async (ctx, { publicId, revision, values, ...given }): Promise<SavedRecord> => {
      requireRules(register, values);
      const content: VersionContent = { ...given, values };
      const seen = publicId ? await requireHead(ctx, register, publicId, true) : null;
      if (seen && seen.revision !== revision) throw new LilinkError("CONFLICT", { revision: seen.revision });
      await requireBlock(ctx, register, { values, state: seen?.state });
      await requireFreeName(ctx, register, values, seen);
      const refs = await requireRefs(ctx, register, values);
      const [head] = seen
        ? await saveVersions(ctx, register, [{ head: seen, content }], refs)
        : await createRecords(ctx, register, [content], refs);
      if (!head) throw new LilinkError("FORBIDDEN");
      return toSaved(register, head, values);
    },
    audit: (_input, { id, revision }): AuditNote => ({
      subjectKind: register.name,
      subjectId: id,
      detail: { revision },
    }),
  });
}

/** @throws INVALID_INPUT naming the field where another record has this name; of two at once the index refuses one as CONFLICT */
async function requireFreeName(
  ctx: Context,
  register: Register,
  values: Values,
  seen: Head | null,
): Promise<void> {
  const key = toKey(register, values);
  const owner =
    register.owner === "organization" ? sql` and organization_id = ${organizationOf(ctx.actor)}` : sql``;
  const { rows } = await ctx.db.execute(
    sql`select 1 from ${headOf(register)} where key = ${key} and id is distinct from ${seen?.id ?? null}::uuid${owner} limit 1`,
  );
  if (rows.length > 0) throw toInputError([{ field: `values.${register.unique[0]}`, rule: "alreadyUsed" }]);
}

const toSaved = (register: Register, head: Head, values: Values): SavedRecord => ({
  id: head.id,
  publicId: head.publicId,
  revision: head.revision,
  missing: missingOf(register, values),
});
