import { loadResidualSchema } from "@lilink/contract";
import * as shape from "@lilink/contract/rest";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { type Cell, forecastHealth, type HealthForecast } from "@lilink/model/trace/health";
import { type GateVerdict, judgeGate, restOnTest, type ShareRest } from "@lilink/model/trace/route";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { ownOrganization, requireOwn } from "../../ground/actor/own.ts";
import type { Context } from "../../kernel/context.ts";
import { defineQuery } from "../../kernel/define.ts";
import { mondayOf } from "./book-test.ts";

type Named = { readonly nameZh: string; readonly nameEn: string | null };

export type OpenLaboratory = {
  readonly publicId: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly methods: readonly string[];
  readonly price: number | null;
  readonly minutes: number | null;
  readonly accreditedUntil: string;
  readonly weeks: readonly { readonly week: string; readonly left: number }[];
};
export type Booking = {
  readonly publicId: string;
  readonly code: string;
  readonly week: string;
  readonly state: "asked" | "confirmed" | "declined" | "withdrawn";
  readonly isLaboratory: boolean;
  readonly other: Named;
};
export type KeptTest = {
  readonly publicId: string;
  readonly code: string;
  readonly method: string;
  readonly denominator: "rated" | "first";
  readonly testedOn: string;
  readonly energyShare: number | null;
  readonly capacityShare: number | null;
  readonly resistance: number | null;
  readonly u: number | null;
  readonly cost: number | null;
  readonly minutes: number | null;
  readonly accredited: boolean;
  readonly gate: GateVerdict | null;
};
export type Sale = {
  readonly publicId: string;
  readonly code: string;
  readonly chemistry: string;
  readonly energyShare: number;
  readonly price: number;
  readonly soldOn: string;
  readonly state: "told" | "confirmed" | "disputed";
  readonly isBuyer: boolean;
  readonly other: Named;
  /** The test that its share rests on, as far as the reader knows one. [TR79] */
  readonly rest: ShareRest<KeptTest>;
};
export type PriceBand = {
  readonly chemistry: string;
  readonly bodies: number;
  readonly sales: number;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
};
export type HealthCourse = {
  readonly code: string;
  readonly known: readonly number[];
  readonly forecast: HealthForecast;
};

const weeksShown = 6;

/** What the own organization knows of what is left in batteries, and what it can do about it. [TR75] [TR76] [TR77] */
export const loadResidual = defineQuery({
  name: "residual.load",
  input: loadResidualSchema,
  rest: { tag: "registers", method: "GET", path: "/tests", input: z.object({}), output: shape.residualTests },
  authorize: { action: "battery.read", resource: ownOrganization },
  run: async (ctx, { series }) => {
    const today = toShanghaiDate(ctx.now);
    const { rows: bands } = await ctx.db.execute<PriceBand>(
      sql`select chemistry, bodies, sales, low::float8 as low, middle::float8 as middle, high::float8 as high
        from app.price_band(${today}::date) order by chemistry`,
    );
    const tests = await readTests(ctx, today);
    return {
      laboratories: await readLaboratories(ctx, today),
      bookings: await readBookings(ctx),
      tests,
      sales: await readSales(ctx, tests),
      bands,
      ...(await readCourse(ctx, series)),
    };
  },
});

async function readLaboratories(ctx: Context, today: string): Promise<readonly OpenLaboratory[]> {
  const monday = mondayOf(today);
  const weeks = Array.from({ length: weeksShown }, (_, at) => shiftDate(monday, 7 * (at + 1)));
  const { rows } = await ctx.db.execute<OpenLaboratory>(
    sql`select h.public_id as "publicId", v.name_zh as "nameZh", v.name_en as "nameEn", v.methods, v.price::float8 as price, v.minutes,
        v.accredited_until as "accreditedUntil",
        (select jsonb_agg(jsonb_build_object('week', p.week, 'left', v.slots - p.taken) order by p.week)
          from app.places_left(h.id, array(select jsonb_array_elements_text(${JSON.stringify(weeks)}::jsonb)::date)) p) as weeks
      from laboratory h join laboratory_version v on v.record_id = h.id and v.version = h.live_version and v.level = 'everyone'
      where v.accredited_until >= ${today} order by v.name_zh limit 100`,
  );
  return rows;
}

async function readBookings(ctx: Context): Promise<readonly Booking[]> {
  const own = requireOwn(ctx);
  const { rows } = await ctx.db.execute<Omit<Booking, "other"> & Named>(
    sql`select b.public_id as "publicId", b.code, b.week::text, b.state, b.laboratory_org = ${own}::uuid as "isLaboratory",
        o.name_zh as "nameZh", o.name_en as "nameEn"
      from test_booking b join organization o on o.id = case when b.laboratory_org = ${own}::uuid then b.org_id else b.laboratory_org end
      order by b.week desc, b.created_at limit 100`,
  );
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, other: { nameZh, nameEn } }));
}

async function readTests(ctx: Context, today: string): Promise<readonly KeptTest[]> {
  const { rows } = await ctx.db.execute<Omit<KeptTest, "gate">>(
    sql`select public_id as "publicId", code, method, denominator, tested_on::text as "testedOn", energy_share::float8 as "energyShare",
        capacity_share::float8 as "capacityShare", resistance::float8 as resistance, u::float8 as u, cost::float8 as cost, minutes, accredited
      from residual_test order by tested_on desc, code limit 200`,
  );
  return rows.map((row) => ({
    ...row,
    // The gate asks for energy over nominal energy: a share of the first cycle or of capacity says nothing of it.
    gate:
      row.energyShare === null || row.denominator !== "rated"
        ? null
        : judgeGate(
            { energyShare: row.energyShare, u: row.u, testedOn: row.testedOn, isAccredited: row.accredited },
            today,
          ),
  }));
}

async function readSales(ctx: Context, tests: readonly KeptTest[]): Promise<readonly Sale[]> {
  const own = requireOwn(ctx);
  const { rows } = await ctx.db.execute<Omit<Sale, "other" | "rest"> & Named>(
    sql`select s.public_id as "publicId", s.code, s.chemistry, s.energy_share::float8 as "energyShare", s.price::float8 as price,
        s.sold_on::text as "soldOn", s.state, s.buyer_id = ${own}::uuid as "isBuyer", o.name_zh as "nameZh", o.name_en as "nameEn"
      from battery_sale s join organization o on o.id = case when s.buyer_id = ${own}::uuid then s.org_id else s.buyer_id end
      order by s.sold_on desc limit 100`,
  );
  return rows.map(({ nameZh, nameEn, ...row }) => ({
    ...row,
    other: { nameZh, nameEn },
    rest: restOnTest(row, tests),
  }));
}

/** The course that is asked for, or the last one saved, and where it goes; the others of the same owner teach the band. */
async function readCourse(
  ctx: Context,
  wanted: string | undefined,
): Promise<{ readonly courses: readonly string[]; readonly course: HealthCourse | null }> {
  const { rows } = await ctx.db.execute<{ code: string; rated: number; amounts: readonly string[] }>(
    sql`select code, rated::float8 as rated, amounts::text[] as amounts from health_series order by saved_at desc, code limit 60`,
  );
  const cells = rows.map(
    ({ code, rated, amounts }): Cell => ({
      id: code,
      soh: amounts.map((one) => Number(one) / rated),
    }),
  );
  const chosen = cells.find(({ id }) => id === wanted) ?? cells[0];
  return {
    courses: cells.map(({ id }) => id),
    course: chosen
      ? {
          code: chosen.id,
          known: chosen.soh,
          forecast: forecastHealth(
            chosen.soh,
            chosen.soh.length,
            cells.filter((one) => one !== chosen),
          ),
        }
      : null,
  };
}
