import type { Database, Principal } from "@lilink/db";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { type SQL, sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { saveLot } from "../../recovery/lot/save-lot.ts";
import { answerBooking, bookTest } from "../../recovery/residual/book-test.ts";
import { fileTest, saveSeries } from "../../recovery/residual/file-test.ts";
import { answerSale, sellBattery } from "../../recovery/residual/sell-battery.ts";
import given from "./data/residual.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type Input<V extends { run: (...given: never[]) => unknown }> = Parameters<V["run"]>[1];

/** Invented tests, courses of capacity, bookings, sales and lots, told by the firms through the verbs. What is there stays. */
export async function seedResidual(
  owner: Database,
  app: Kernel,
  principalOf: (email: string) => MemberPrincipal,
): Promise<void> {
  const find = async <T extends Record<string, unknown>>(text: SQL) =>
    (await owner.execute<T>(text)).rows[0] ?? null;
  const orgOf = (email: string) => principalOf(email).organizationId;
  const publicOf = async (email: string) =>
    (
      await find<{ id: string }>(
        sql`select public_id as id from organization where id = ${orgOf(email)}::uuid`,
      )
    )?.id ?? "";
  for (const { by, lot } of given.lots)
    if (
      !(await find(sql`select 1 from retired_lot where org_id = ${orgOf(by)}::uuid and name = ${lot.name}`))
    )
      await call(app, principalOf(by), saveLot, lot as Input<typeof saveLot>);
  for (const { by, holder, ...test } of given.tests)
    if (
      !(await find(
        sql`select 1 from residual_test where org_id = ${orgOf(by)}::uuid and code = ${test.code} and tested_on = ${test.testedOn}::date`,
      ))
    )
      await call(app, principalOf(by), fileTest, {
        ...test,
        ...(holder && { holder: await publicOf(holder) }),
      } as Input<typeof fileTest>);
  for (const { by, ...series } of given.series)
    if (
      !(await find(
        sql`select 1 from health_series where org_id = ${orgOf(by)}::uuid and code = ${series.code}`,
      ))
    )
      await call(app, principalOf(by), saveSeries, series);
  for (const { by, buyer, state, ...sale } of given.sales) {
    const row = sql`select public_id as "publicId", state from battery_sale where org_id = ${orgOf(by)}::uuid
      and code = ${sale.code} and sold_on = ${sale.soldOn}::date`;
    if (!(await find(row)))
      await call(app, principalOf(by), sellBattery, {
        ...sale,
        buyer: await publicOf(buyer),
      } as Input<typeof sellBattery>);
    const told = await find<{ publicId: string; state: string }>(row);
    if (state === "confirmed" && told?.state === "told")
      await call(app, principalOf(buyer), answerSale, { publicId: told.publicId, state });
  }
  for (const { by, laboratory, code, weeks, state } of given.bookings) {
    const lab = await find<{ id: string; publicId: string }>(
      sql`select id, public_id as "publicId" from laboratory where title_zh = ${laboratory}`,
    );
    if (!lab) continue;
    const booked = sql`select public_id as "publicId", state from test_booking
      where laboratory = ${lab.id}::uuid and org_id = ${orgOf(by)}::uuid and code = ${code}`;
    type Booking = { publicId: string; state: string };
    const week = shiftDate(toShanghaiDate(app.clock()), 7 * weeks);
    if (!(await find<Booking>(booked)))
      await call(app, principalOf(by), bookTest, { laboratory: lab.publicId, code, week });
    const asked = await find<Booking>(booked);
    if (state === "confirmed" && asked?.state === "asked")
      await call(app, principalOf("editor@laboratory.example"), answerBooking, {
        publicId: asked.publicId,
        state,
      });
  }
}
