import { loadPassportSchema } from "@lilink/contract";
import { checkPassport, passportForm } from "@lilink/contract/passport";
import * as shape from "@lilink/contract/rest";
import { LilinkError } from "@lilink/model/error";
import { type PassportLevel, type PassportSource, toPassport } from "@lilink/model/trace";
import { keptCode } from "@lilink/model/trace/code";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { actInTrace } from "../battery/act-in-trace.ts";
import { judgeTold } from "../battery/judge-told.ts";
import { readLives } from "../battery/read-lives.ts";
import { readWorld } from "../battery/read-world.ts";

/**
 * The passport of a battery at the level of its reader: the public reads what the code says, whoever had a part in it what its maker filed and
 * tests found, an authority the same of every battery that it oversees. [TR24]
 */
export const loadPassport = defineQuery({
  name: "battery.passport",
  input: loadPassportSchema,
  rest: {
    tag: "registers",
    method: "GET",
    path: "/batteries/{code}/passport",
    open: true,
    output: shape.batteryPassport,
  },
  authorize: { action: "battery.passport" },
  run: async (ctx, { code: typed }) => {
    const code = keptCode(typed);
    if (code === null) throw new LilinkError("NOT_FOUND");
    await actInTrace(ctx);
    const level = await levelOf(ctx, code);
    const source =
      level === "public" ? { code, unit: null, state: null, events: [] } : await readSource(ctx, code);
    const passport = toPassport(source);
    const { missing, wrong } = checkPassport(passport);
    if (wrong.length > 0) throw new Error(`a passport breaks its schema at ${wrong.join(", ")}`);
    return {
      code,
      level,
      form: passportForm,
      partial: missing.length > 0,
      conforms: missing.length === 0,
      missing,
      passport,
    };
  },
});

async function levelOf(ctx: Context, code: string): Promise<PassportLevel> {
  const { rows } = await ctx.trace.execute<{ oversees: boolean; side: boolean }>(
    sql`select trace.oversees() or trace.is_of_province(${code}) as oversees, coalesce(trace.is_side(${code}), false) as side`,
  );
  if (rows[0]?.oversees) return "authority";
  return rows[0]?.side ? "interest" : "public";
}

async function readSource(ctx: Context, code: string): Promise<PassportSource> {
  const { rows } = await ctx.trace.execute<NonNullable<PassportSource["unit"]>>(
    sql`select ah::text, kwh::text, kg::text from trace.battery_unit where code = ${code}`,
  );
  const told = await readLives(ctx, [code]);
  const { lives, flags } = judgeTold(told, await readWorld(ctx, { codes: [code], bodies: [], events: told }));
  const undone = new Set(told.flatMap(({ corrects }) => (corrects === null ? [] : [corrects])));
  const valid = told
    .filter(
      ({ hash, event }, at) => event.code === code && !undone.has(hash) && !flags[at]?.includes("conflict"),
    )
    .map(({ event }) => event)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { code, unit: rows[0] ?? null, state: lives.get(code)?.state ?? "none", events: valid };
}
