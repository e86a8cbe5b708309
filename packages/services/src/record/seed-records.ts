import { recordStep } from "@lilink/db/schema";
import {
  findRegister,
  listRegisters,
  type Named,
  type Register,
  type RegisterName,
  statesOfRegister,
} from "@lilink/model/register";
import { type ShippedRecord, shippedRecords } from "@lilink/model/register/shipped";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { defineMutation } from "../kernel/define.ts";
import { toKey } from "./cells.ts";
import type { Head } from "./find-record.ts";
import { insertHeads } from "./insert-heads.ts";
import { headOf } from "./record-tables.ts";
import { settleRecordDuty } from "./take-step.ts";
import { resolveManyRefs, writeVersions } from "./write-version.ts";

/** Puts in the records that come with the product. One that is known by its unique fields, as they are or were, stays as people made it. [RG9] */
export const seedRecords = defineMutation({
  name: "record.seed",
  input: z.object({}).default({}),
  authorize: { action: "record.seed" },
  run: async (ctx) => {
    let seeded = 0;
    for (const register of listRegisters())
      seeded += await seed(ctx, register, shippedRecords[register.name as RegisterName]);
    return { seeded };
  },
  audit: (_input, { seeded }) =>
    seeded > 0 ? { subjectKind: "record", subjectId: null, detail: { seeded } } : null,
});

async function seed(ctx: Context, register: Register, shipped: readonly ShippedRecord[]): Promise<number> {
  const keysOf = ({ values, formerly }: ShippedRecord) =>
    [values, ...(formerly ? [{ ...values, ...formerly }] : [])].map((one) => toKey(register, one));
  const keys = shipped.flatMap(keysOf);
  const { rows } = await ctx.db.execute<{ key: string }>(
    sql`select key from ${headOf(register)} where key = any (${sql.param(keys)}::text[])`,
  );
  const known = new Set(rows.map(({ key }) => key));
  const fresh = shipped.filter((record) => !keysOf(record).some((key) => known.has(key ?? "")));
  if (fresh.length === 0) return 0;
  const heads = await insertHeads(ctx, register, fresh);
  const named = await nameRecords(ctx, register, fresh);
  const { refs } = await resolveManyRefs(
    ctx,
    register,
    named.map(({ values }, row) => ({ row, values })),
  );
  await writeVersions(
    ctx,
    register,
    named.map((content, at) => ({ head: heads[at] as Head, content })),
    refs,
  );
  const live =
    statesOfRegister(register).find((state) => register.machine.states[state]?.live) ??
    register.machine.start;
  await ctx.db.execute(
    sql`update ${headOf(register)} set state = ${live}, live_version = version where id = any (${sql.param(heads.map(({ id }) => id))}::uuid[])`,
  );
  if (live !== register.machine.start)
    await ctx.db.insert(recordStep).values(
      heads.map((head) => ({
        id: ctx.newId(),
        register: register.name,
        recordId: head.id,
        level: register.level,
        shown: true,
        version: head.version,
        step: "publish",
        fromState: register.machine.start,
        toState: live,
        takenAt: ctx.now,
      })),
    );
  for (const head of heads) await settleRecordDuty(ctx, register, { ...head, state: live }, "create");
  return heads.length;
}

/** What comes with the product names another record by its Chinese title, for its public id is another in every database. */
async function nameRecords(
  ctx: Context,
  register: Register,
  shipped: readonly ShippedRecord[],
): Promise<readonly ShippedRecord[]> {
  const found = new Map<string, Map<string, string>>();
  for (const [name, field] of Object.entries(register.fields)) {
    const target = field.kind === "record" ? findRegister(field.of) : null;
    if (!target || shipped.every(({ values }) => !values[name])) continue;
    const { rows } = await ctx.db.execute<{ public_id: string; title_zh: string }>(
      sql`select public_id, title_zh from ${headOf(target)} where title_zh is not null`,
    );
    found.set(name, new Map(rows.map(({ public_id, title_zh }) => [title_zh, public_id])));
  }
  return shipped.map((one) => {
    const values = { ...one.values };
    for (const [name, ids] of found) {
      const value = values[name] as Named | null | undefined;
      if (!value?.zh) continue;
      const publicId = ids.get(value.zh);
      if (publicId === undefined) throw new Error(`${register.name}: nothing is called ${value.zh}`);
      values[name] = { ...value, publicId };
    }
    return { ...one, values };
  });
}
