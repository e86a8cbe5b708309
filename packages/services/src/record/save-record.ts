import { toSaveSchema } from "@lilink/contract";
import { toRecordShapes } from "@lilink/contract/rest";
import { LilinkError, toInputError } from "@lilink/model/error";
import { checkValues, missingOf, openStepsOf, type Register, type Values } from "@lilink/model/register";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { type AuditNote, defineMutation } from "../kernel/define.ts";
import { toKey } from "./cells.ts";
import { type Head, requireHead, resourceOf, toHead } from "./find-record.ts";
import { insertHeads } from "./insert-heads.ts";
import { readVersion } from "./read-version.ts";
import { headOf } from "./record-tables.ts";
import { requireComplete } from "./require-complete.ts";
import { settleRecordDuty, takeStep, toWrongState } from "./take-step.ts";
import { toTitle, type VersionContent, writeVersion } from "./write-version.ts";

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
      const faults = checkValues(register, values);
      if (faults.length > 0)
        throw toInputError(faults.map((fault) => ({ ...fault, field: `values.${fault.field}` })));
      const content: VersionContent = { ...given, values };
      if (!publicId) return toSaved(register, await createRecord(ctx, register, content), values);
      const head = await requireHead(ctx, register, publicId, true);
      if (head.revision !== revision) throw new LilinkError("CONFLICT", { revision: head.revision });
      return toSaved(register, await saveExisting(ctx, register, head, content), values);
    },
    audit: (_input, { id, revision }): AuditNote => ({
      subjectKind: register.name,
      subjectId: id,
      detail: { revision },
    }),
  });
}

const toSaved = (register: Register, head: Head, values: Values): SavedRecord => ({
  id: head.id,
  publicId: head.publicId,
  revision: head.revision,
  missing: missingOf(register, values),
});

/** A new record at its machine's start, with its first version. */
async function createRecord(ctx: Context, register: Register, content: VersionContent): Promise<Head> {
  const isLive = register.machine.states[register.machine.start]?.live === true;
  if (isLive) requireComplete(register, content.values);
  const [head] = await insertHeads(ctx, register, [content]);
  if (!head) throw new LilinkError("FORBIDDEN");
  await writeVersion(ctx, register, head, content);
  if (isLive)
    await ctx.db.execute(sql`update ${headOf(register)} set live_version = version where id = ${head.id}`);
  await settleRecordDuty(ctx, register, head, "create");
  return head;
}

/** What a file says of a known record: a revision where it is published, else its draft or its next live version. */
export async function updateExisting(
  ctx: Context,
  register: Register,
  head: Head,
  content: VersionContent,
): Promise<Head> {
  const isFrozen = register.machine.states[head.state]?.edit === undefined;
  const draft = isFrozen && openStepsOf(register, head.state).includes("revise");
  return saveExisting(
    ctx,
    register,
    draft ? await takeStep(ctx, register, head, { name: "revise" }) : head,
    content,
  );
}

async function saveExisting(
  ctx: Context,
  register: Register,
  head: Head,
  content: VersionContent,
): Promise<Head> {
  const edit = register.machine.states[head.state]?.edit;
  if (!edit) throw toWrongState(register, head);
  const isLive = edit === "live";
  if (isLive) requireComplete(register, content.values);
  const values = isLive ? await withStepFields(ctx, register, head, content.values) : content.values;
  const version = isLive ? head.version + 1 : head.version;
  await writeVersion(ctx, register, { ...head, version }, { ...content, values });
  const title = toTitle(register, values);
  const shows = isLive || head.liveVersion === null;
  const { rows } = await ctx.db.execute<Parameters<typeof toHead>[0]>(
    sql`update ${headOf(register)} set version = ${version}, revision = revision + 1,
        live_version = ${isLive ? sql`${version}` : sql`live_version`},
        key = ${toKey(register, values)},
        title_zh = ${shows ? sql`${title.zh}` : sql`title_zh`}, title_en = ${shows ? sql`${title.en}` : sql`title_en`},
        updated_at = ${ctx.now.toISOString()}::timestamptz
      where id = ${head.id} and revision = ${head.revision} returning *`,
  );
  if (!rows[0]) throw new LilinkError("CONFLICT");
  return toHead(rows[0]);
}

/** What steps filled in stays: the form does not send it. */
async function withStepFields(ctx: Context, register: Register, head: Head, values: Values): Promise<Values> {
  const kept = await readVersion(ctx, register, head, head.version);
  const byStep = Object.entries(register.fields).filter(([, field]) => field.byStep);
  return { ...values, ...Object.fromEntries(byStep.map(([name]) => [name, kept?.values[name] ?? null])) };
}
