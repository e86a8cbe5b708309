import { organizationOf } from "@lilink/model/policy";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Tells the schema `trace` who acts, for the rest of the transaction. By literal SET LOCAL, since that alone reaches the servers
 * of a cluster; what stands in the text is a uuid or a constant. A job acts for whoever sent it: `sender`. [TR21]
 */
export async function actInTrace(ctx: Context, sender: string | null = null): Promise<void> {
  const org = ctx.actor.kind === "job" ? sender : organizationOf(ctx.actor);
  if (org !== null && !uuid.test(org)) throw new Error("an organization's id is a uuid");
  const { oversees, province } = ctx.actor.kind === "job" ? nobody : await readOffice(ctx);
  if (province !== null && !/^\d{2}$/.test(province)) throw new Error("a province is two digits");
  // One text without parameters is one round trip.
  const text = [
    "set local citus.propagate_set_commands = 'local'",
    // A policy asks another table of batteries, on the shard where the row lies: what is co-located may be asked there.
    "set local citus.allow_nested_distributed_execution = 'on'",
    `set local trace.kind = '${ctx.actor.kind === "job" ? "job" : "reader"}'`,
    `set local trace.org = '${org ?? ""}'`,
    `set local trace.oversees = '${oversees ? "1" : ""}'`,
    `set local trace.province = '${province ?? ""}'`,
  ].join("; ");
  await ctx.trace.execute(sql.raw(text));
}

/**
 * For the rest of a job that asks for thousands of batteries at a time each is found by its key. Left alone the planner reads whole tables
 * for every thousand: it takes a page that lies in memory for one on a disk, and its statistics are older than a file of events.
 */
export async function findByKeys(ctx: Context): Promise<void> {
  await ctx.trace.execute(sql.raw("set local enable_hashjoin = off; set local enable_mergejoin = off"));
}

/** Whether batteries stand on a server of their own, so that no statement joins them with what organizations have. [TR20] */
export const isApart = (ctx: Context): boolean => ctx.trace !== ctx.db;

/** A statement about the transaction itself, such as a savepoint: on one server there is one. */
export async function inBoth(ctx: Context, text: string): Promise<void> {
  await ctx.db.execute(sql.raw(text));
  if (isApart(ctx)) await ctx.trace.execute(sql.raw(text));
}

/** Tells the product's database, which keeps reports of them, what the server of batteries says of who may read of which. */
export async function letSee(ctx: Context, codes: readonly string[]): Promise<void> {
  if (!isApart(ctx)) return;
  const { rows } = await ctx.trace.execute<{ code: string }>(
    sql`select c as code from unnest(${sql.param([...codes])}::text[]) c where trace.oversees() or trace.is_side(c) or trace.is_of_province(c)`,
  );
  await ctx.db.execute(sql`select set_config('trace.seen', ${rows.map(({ code }) => code).join(",")}, true)`);
}

type Office = { readonly oversees: boolean; readonly province: string | null };
const nobody: Office = { oversees: false, province: null };

/** An officer reads every battery, a regulator those of its province. [TR22] [TR23] */
async function readOffice(ctx: Context): Promise<Office> {
  const { rows } = await ctx.db.execute<Office>(
    sql`select app.officer() and not app.of_several() as oversees, app.regulates() as province`,
  );
  return rows[0] ?? nobody;
}
