import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { addMember, addOrganization, createTestKernel, createTraceServer } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { listOwnItems, overseeBatteries } from "../oversight/list-items.ts";
import { settleHandover } from "../oversight/settle-handover.ts";
import { correctEvent } from "./correct-event.ts";
import { denyHandover } from "./deny-handover.ts";
import { loadBattery } from "./load-battery.ts";
import { noteTold } from "./note-told.ts";
import { reportEvent } from "./report-event.ts";
import { upholdHandover } from "./uphold-handover.ts";

/** Two PostgreSQL servers: one for the batteries, one for all else. */
const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"), {}, createTraceServer);
const { trace } = kernel;
if (!trace) throw new Error("a second server");
const traceOwner = new pg.Client({ connectionString: trace.ownerUrl });
await traceOwner.connect();
afterAll(() => traceOwner.end());
const firms = await Promise.all(["car", "yard"].map(() => addOrganization(kernel, { province: "36" })));
const [car, yard] = await Promise.all(firms.map((firm) => addMember(kernel, firm)));
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
if (!car || !yard) throw new Error("two firms");
type Member = typeof car;

/** Items of a hand-over; what else is open about the batteries of this test is no matter of it. */
const ofHandovers: readonly string[] = ["handover", "denied", "disputed"];

let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const tick = () => kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
const report = (who: Member, event: object) => {
  tick();
  return call(kernel.app, who.principal, reportEvent, event as never);
};
const note = () => callJob(kernel.worker, { id: kernel.app.newId(), name: "battery.note" }, noteTold, {});
/** What the worker does until nothing is left to be heard. */
async function hear(): Promise<void> {
  while (Number(await note()) > 0);
}
const kinds = async (who: Member, code: string) =>
  (await call(kernel.app, who.principal, listOwnItems, {})).items.flatMap((one) =>
    one.code === code && ofHandovers.includes(one.kind) ? [one.kind] : [],
  );
const disputed = async (code: string) =>
  (
    await call(kernel.app, officer.principal, overseeBatteries, { kind: "disputed", limit: 200 })
  ).items.filter((one) => one.code === code).length;

async function handed() {
  const code = nextCode();
  await report(car as Member, { verb: "fit", code, at: "2026-05-01", vehicle: "V1", province: "36" });
  const hand = { verb: "transfer", code, at: "2026-06-01", to: firms[1]?.publicId, province: "36" };
  const { hash } = await report(car as Member, hand);
  await hear();
  return { code, event: hash };
}
const deny = (one: { code: string; event: string }) =>
  call(kernel.app, (yard as Member).principal, denyHandover, { ...one, reason: "No lorry came." });
const uphold = (one: { code: string; event: string }) =>
  call(kernel.app, (car as Member).principal, upholdHandover, { ...one, reason: "Slip 7 is signed." });

describe("a denial where batteries stand on a server of their own", () => {
  it("[TR26] [TR27] stands while the worker hears of other events, and ends when the receiver tells one", async () => {
    const one = await handed();
    await deny(one);
    expect([await kinds(yard, one.code), await kinds(car, one.code)]).toEqual([[], ["denied"]]);
    await report(car, { verb: "retire", code: one.code, at: "2026-06-02", vehicle: "V1" });
    await hear();
    expect(await kinds(yard, one.code)).not.toContain("handover");
    expect(await kinds(car, one.code)).toContain("denied");
    await report(yard, { verb: "collect", code: one.code, at: "2026-06-03" });
    await hear();
    expect(await kinds(car, one.code)).not.toContain("denied");
  });

  it("[TR26] [TR27] stands although the receiver was to hear of the hand-over again after a restore", async () => {
    const one = await handed();
    await deny(one);
    await kernel.ownerRows("delete from battery_item");
    await traceOwner.query("select trace.tell_again()");
    await hear();
    expect([await kinds(yard, one.code), await kinds(car, one.code)]).toEqual([[], ["denied"]]);
  });

  it("[TR16] [TR27] ends when whoever told it corrects it", async () => {
    const one = await handed();
    await deny(one);
    tick();
    const wrong = { code: one.code, corrects: one.event, reason: "did_not_occur" } as const;
    await call(kernel.app, car.principal, correctEvent, wrong);
    await hear();
    expect([await kinds(yard, one.code), await kinds(car, one.code)]).toEqual([[], []]);
  });

  it("[TR26] [TR28] is decided for either side, on both servers", async () => {
    const [kept, dropped] = [await handed(), await handed()];
    for (const [one, side] of [
      [kept, "giver"],
      [dropped, "receiver"],
    ] as const) {
      await deny(one);
      await uphold(one);
      expect(await disputed(one.code)).toBe(1);
      tick();
      await call(kernel.app, officer.principal, settleHandover, {
        ...{ ...one, side, reason: "As the slips say." },
      });
      expect(await disputed(one.code)).toBe(0);
      await hear();
      expect(await disputed(one.code)).toBe(0);
    }
    expect([await kinds(yard, kept.code), await kinds(car, kept.code)]).toEqual([["handover"], []]);
    expect([await kinds(yard, dropped.code), await kinds(car, dropped.code)]).toEqual([[], []]);
    const life = await call(kernel.app, yard.principal, loadBattery, { code: dropped.code });
    expect(life.events.map(({ verb }) => verb).sort()).toEqual(["correct", "fit", "transfer"]);
  });
});
