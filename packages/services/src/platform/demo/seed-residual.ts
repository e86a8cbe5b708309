import type { Database, Principal } from "@lilink/db";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { sql } from "drizzle-orm";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";
import { saveLot } from "../../recovery/lot/save-lot.ts";
import { answerBooking, bookTest } from "../../recovery/residual/book-test.ts";
import { fileTest, saveSeries } from "../../recovery/residual/file-test.ts";
import { loadResidual } from "../../recovery/residual/load-residual.ts";
import { answerSale, sellBattery } from "../../recovery/residual/sell-battery.ts";
import given from "./data/residual.json" with { type: "json" };

type MemberPrincipal = Extract<Principal, { kind: "member" }>;
type PrincipalOf = (email: string) => MemberPrincipal;
type Input<V extends { run: (...given: never[]) => unknown }> = Parameters<V["run"]>[1];

/** Invented tests, courses of capacity, bookings, sales and lots, told by the firms through the verbs. What is there stays. */
export async function seedResidual(owner: Database, app: Kernel, principalOf: PrincipalOf): Promise<void> {
  const { rows } = await owner.execute(sql`select 1 from residual_test limit 1`);
  if (rows.length > 0) return;
  const idOf = async (email: string) => {
    const found = await owner.execute<{ publicId: string }>(
      sql`select public_id as "publicId" from organization where id = ${principalOf(email).organizationId}::uuid`,
    );
    return found.rows[0]?.publicId ?? "";
  };
  for (const { by, lot } of given.lots)
    await call(app, principalOf(by), saveLot, lot as Input<typeof saveLot>);
  for (const { by, holder, ...test } of given.tests)
    await call(app, principalOf(by), fileTest, {
      ...test,
      ...(holder && { holder: await idOf(holder) }),
    } as Input<typeof fileTest>);
  for (const { by, ...series } of given.series) await call(app, principalOf(by), saveSeries, series);
  for (const { by, buyer, state, ...sale } of given.sales) {
    const said = { ...sale, buyer: await idOf(buyer) } as Input<typeof sellBattery>;
    const { publicId } = await call(app, principalOf(by), sellBattery, said);
    if (state === "confirmed") await call(app, principalOf(buyer), answerSale, { publicId, state });
  }
  await seedBookings(app, principalOf);
}

async function seedBookings(app: Kernel, principalOf: PrincipalOf): Promise<void> {
  const today = toShanghaiDate(app.clock());
  for (const { by, laboratory, code, weeks, state } of given.bookings) {
    const { laboratories } = await call(app, principalOf(by), loadResidual, {});
    const found = laboratories.find(({ nameZh }) => nameZh === laboratory);
    if (!found) continue;
    const { week } = await call(app, principalOf(by), bookTest, {
      laboratory: found.publicId,
      code,
      week: shiftDate(today, 7 * weeks),
    });
    if (state !== "confirmed") continue;
    const lab = principalOf("editor@laboratory.example");
    const { bookings } = await call(app, lab, loadResidual, {});
    const asked = bookings.find((one) => one.week === week && one.code === code);
    if (asked) await call(app, lab, answerBooking, { publicId: asked.publicId, state });
  }
}
