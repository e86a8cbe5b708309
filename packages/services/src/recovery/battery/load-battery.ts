import { loadBatterySchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { toShanghaiDate } from "@lilink/model/calendar";
import { LilinkError } from "@lilink/model/error";
import { isOfficer, organizationOf } from "@lilink/model/policy";
import type { TestMethod } from "@lilink/model/register";
import {
  type CustodyEvent,
  type CustodyVerb,
  findContradicted,
  type Life,
  type LifeState,
  listItems,
  type Verdict,
} from "@lilink/model/trace";
import { explainCode, filedCode } from "@lilink/model/trace/code";
import { type GateVerdict, judgeGate } from "@lilink/model/trace/route";
import { sql } from "drizzle-orm";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { actInTrace, letSee } from "./act-in-trace.ts";
import { judgeTold } from "./judge-told.ts";
import { type Denial, readDenials } from "./read-denials.ts";
import { readLives, type ToldEvent } from "./read-lives.ts";
import { type LifeItem, readOpenItems } from "./read-open-items.ts";
import { readWorld } from "./read-world.ts";

export type LifeEvent = {
  readonly hash: string;
  readonly verb: CustodyVerb;
  readonly code: string;
  readonly on: string;
  readonly recordedOn: string;
  readonly verdict: Verdict;
  readonly flags: readonly Verdict[];
  /** Null where the reader stands on no side of the event. */
  readonly by: { readonly publicId: string; readonly nameZh: string; readonly nameEn: string | null } | null;
  readonly to: LifeEvent["by"];
  /** A hand-over that the other side had not confirmed by the day that is asked for; told to its two sides. [TR17] */
  readonly unconfirmed: boolean;
  /** That the other side says that it did not receive it, and what came of it; told to its two sides and those who oversee it. [TR27] */
  readonly denial: Denial | null;
  readonly province: string | null;
  readonly energyShare: number | null;
  readonly u: number | null;
  /** The report that was filed with a test. */
  readonly report: TestReport | null;
  readonly reason: string | null;
  /** What it corrects, and what corrects it, by hash. */
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  /** Which earlier one it contradicts, by hash, where it is in conflict with one. */
  readonly contradicts: string | null;
  /** What else the own body, or one that an officer asks about, said of it: what a correction starts from. Null where the reader may not correct it. */
  readonly said: SaidFacts | null;
};

const facts = [
  "vehicle",
  "step",
  "batch",
  "proof",
  "authority",
  "u",
  "filed",
  "lost",
  "origins",
  "children",
] as const;
export type SaidFacts = Pick<CustodyEvent, (typeof facts)[number]>;

export type TestReport = {
  readonly method: TestMethod;
  readonly denominator: "rated" | "first";
  readonly capacityShare: number | null;
  readonly resistance: number | null;
  readonly accredited: boolean;
};

export type BatteryLife = {
  readonly code: string;
  readonly unit: {
    readonly level: string;
    readonly batteryType: string;
    readonly madeOn: string;
    readonly parent: string | null;
    readonly ah: string | null;
    readonly kwh: string | null;
    readonly kg: string | null;
  } | null;
  readonly state: LifeState;
  /** Whether it may be coded anew on the day that is asked for; null where that is no question, as in use or after its end. [TR80] */
  readonly gate: GateVerdict | null;
  /** What is open about it as far as the reader hears of it, the most urgent first; never of a past day. */
  readonly items: readonly LifeItem[];
  readonly events: readonly LifeEvent[];
  /** Every day on which something became known of it, the later ones than the day that is asked for included. */
  readonly knownDays: readonly { readonly on: string; readonly events: number }[];
  readonly children: readonly string[];
  /** What it came from and what came of it: by filing, recoding or dismantling. */
  readonly from: readonly string[];
  readonly into: readonly string[];
  readonly codes: readonly string[];
};

/**
 * The life line of a battery for its maker, for whoever stands on a side of an event, and for officers: what happened with its
 * verdict, as it was known on a day. Others are not named. [TR22]
 */
export const loadBattery = defineQuery({
  name: "battery.load",
  input: loadBatterySchema,
  rest: { tag: "registers", method: "GET", path: "/batteries/{code}", output: shape.batteryLife },
  authorize: { action: "battery.read" },
  run: async (ctx, { code: typed, knownOn }): Promise<BatteryLife> => {
    await actInTrace(ctx);
    const code = filedCode(explainCode(typed));
    const unit = await findUnit(ctx, code);
    const { rows: sides } = await ctx.trace.execute<{ may: boolean }>(
      sql`select trace.oversees() or trace.is_side(${code}) or trace.is_of_province(${code}) as may`,
    );
    const all = sides[0]?.may === true ? await readLives(ctx, [code]) : [];
    if (!unit && all.length === 0) throw new LilinkError("NOT_FOUND");
    const told = knownOn ? all.filter((one) => toShanghaiDate(one.recordedAt) <= knownOn) : all;
    const codes = [
      ...new Set([
        code,
        ...told.map(({ event }) => event.code),
        ...told.flatMap(({ event }) => event.origins ?? []),
      ]),
    ];
    const world = await readWorld(ctx, { codes, bodies: [], events: told });
    const judged = judgeTold(told, world);
    const waiting = new Set(
      listItems(told, judged.flags, world).flatMap(({ kind, hash }) => (kind === "handover" ? [hash] : [])),
    );
    const names = await readNames(
      ctx,
      told.flatMap(({ event }) => [event.by, event.to ?? ""]),
    );
    const reports = await readReports(ctx, codes);
    const denials = await readDenials(ctx, codes, knownOn);
    const corrections = new Map(
      told.flatMap(({ corrects, hash }, at) =>
        corrects === null || judged.verdicts[at] === "impossible" ? [] : [[corrects, hash] as const],
      ),
    );
    const contradicted = findContradicted(told, judged.flags);
    const events = told.map(({ event, hash, recordedAt, province, corrects }, at) => ({
      hash,
      verb: event.verb,
      code: event.code,
      on: String(event.at),
      recordedOn: toShanghaiDate(recordedAt),
      verdict: judged.verdicts[at] ?? "ok",
      flags: judged.flags[at] ?? [],
      by: names.get(event.by) ?? null,
      to: names.get(event.to ?? "") ?? null,
      unconfirmed: waiting.has(hash) && (names.has(event.by) || names.has(event.to ?? "")),
      denial: denials.get(hash) ?? null,
      province,
      energyShare: event.energyShare ?? null,
      u: event.u ?? null,
      report: reports.get(hash) ?? null,
      reason: event.reason ?? null,
      corrects,
      correctedBy: corrections.get(hash) ?? null,
      contradicts: contradicted.get(hash) ?? null,
      said: mayCorrect(ctx, event) ? pickSaid(event) : null,
    }));
    const children = await findChildren(ctx, code);
    return {
      code,
      unit,
      codes,
      ...familyOf(code, unit?.parent ?? null, children, told),
      state: judged.lives.get(code)?.state ?? "none",
      gate: gateOf(judged.lives.get(code), events, knownOn ?? toShanghaiDate(ctx.now)),
      items: knownOn ? [] : await readOpenItems(ctx, codes),
      events: events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
      knownDays: countDays(all),
      children,
    };
  },
});

function countDays(told: readonly ToldEvent[]): BatteryLife["knownDays"] {
  const days = new Map<string, number>();
  for (const { recordedAt } of told) {
    const on = toShanghaiDate(recordedAt);
    days.set(on, (days.get(on) ?? 0) + 1);
  }
  return [...days].map(([on, events]) => ({ on, events })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

const beforeGate: readonly LifeState[] = ["retired", "collected", "tested", "withdrawn"];

/** The gate for a battery that is out of use, by its last test: accredited as its report says, of a test without one as the judge found it. */
function gateOf(life: Life | undefined, events: readonly LifeEvent[], today: string): GateVerdict | null {
  if (!life || !beforeGate.includes(life.state)) return null;
  const { test } = life;
  const event = events.findLast(
    ({ verb, on, correctedBy }) => verb === "test" && on === test?.at && correctedBy === null,
  );
  return judgeGate(
    test && test.energyShare !== null
      ? {
          energyShare: test.energyShare,
          u: event?.u ?? null,
          testedOn: String(test.at),
          isAccredited: event?.report?.accredited ?? test.isAccredited,
        }
      : null,
    today,
  );
}

async function readReports(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, TestReport>> {
  await letSee(ctx, codes);
  const { rows } = await ctx.db.execute<TestReport & { hash: string }>(
    sql`select event_hash as hash, method, denominator, capacity_share::float8 as "capacityShare", resistance::float8 as resistance, accredited
      from app.test_reports(${sql.param([...codes])}::text[])`,
  );
  return new Map(rows.map(({ hash, ...report }) => [hash, report]));
}

/** A correction itself stands: what is wrong with it is told as another event. [TR16] */
function mayCorrect({ actor }: Context, { verb, by }: CustodyEvent): boolean {
  return verb !== "correct" && (by === organizationOf(actor) || isOfficer(actor));
}

function pickSaid(event: CustodyEvent): SaidFacts {
  return Object.fromEntries(
    facts.flatMap((fact) => (event[fact] === undefined ? [] : [[fact, event[fact]]])),
  );
}

async function findUnit(ctx: Context, code: string): Promise<BatteryLife["unit"]> {
  const { rows } = await ctx.trace.execute<NonNullable<BatteryLife["unit"]>>(
    sql`select level, battery_type as "batteryType", made_on::text as "madeOn", parent_code as parent, ah::text, kwh::text, kg::text
      from trace.battery_unit where code = ${code}`,
  );
  return rows[0] ?? null;
}

type Family = Pick<BatteryLife, "from" | "into">;

function familyOf(
  code: string,
  parent: string | null,
  children: readonly string[],
  told: readonly ToldEvent[],
): Family {
  const from = new Set(parent === null ? [] : [parent]);
  const into = new Set(children);
  for (const { event } of told) {
    const [origins, parts] = [event.origins ?? [], event.children ?? []];
    if (event.code === code) {
      for (const one of origins) from.add(one);
      for (const one of parts) into.add(one);
    } else if (origins.includes(code)) into.add(event.code);
    else if (parts.includes(code)) from.add(event.code);
  }
  return { from: [...from], into: [...into] };
}

/** What it was filed with. */
async function findChildren(ctx: Context, code: string): Promise<readonly string[]> {
  const { rows } = await ctx.trace.execute<{ code: string }>(
    sql`select child_code as code from trace.battery_child where code = ${code} order by child_code limit 500`,
  );
  return rows.map((row) => row.code);
}

async function readNames(ctx: Context, ids: readonly string[]) {
  const known = [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const { rows } = await ctx.db.execute<{ id: string } & NonNullable<LifeEvent["by"]>>(
    sql`select id, public_id as "publicId", name_zh as "nameZh", name_en as "nameEn" from organization
      where id in (select jsonb_array_elements_text(${JSON.stringify(known)}::jsonb)::uuid)`,
  );
  return new Map(rows.map(({ id, ...name }) => [id, name]));
}
