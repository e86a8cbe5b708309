import { describe, expect, it } from "vitest";
import {
  addLaboratory,
  addMember,
  addOrganization,
  asRaw,
  codeOf,
  createTestKernel,
  publishRecord,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadBattery } from "../battery/load-battery.ts";
import { reportEvent } from "../battery/report-event.ts";
import { listLots } from "../lot/list-lots.ts";
import { planRoutes } from "../lot/plan-routes.ts";
import { saveLot } from "../lot/save-lot.ts";
import { answerBooking, bookTest } from "./book-test.ts";
import { fileTest, saveSeries } from "./file-test.ts";
import { loadResidual } from "./load-residual.ts";
import { answerSale, sellBattery } from "./sell-battery.ts";

const kernel = await createTestKernel();
const [labFirm, holderFirm, rivalFirm] = [
  await addOrganization(kernel),
  await addOrganization(kernel),
  await addOrganization(kernel),
];
const [tester, holder, rival] = [
  await addMember(kernel, labFirm),
  await addMember(kernel, holderFirm),
  await addMember(kernel, rivalFirm),
];
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const code = "ZZ1PB01A1B2C3DC5H0000001";
const week = "2026-12-14";
kernel.setNow(new Date("2026-12-01T02:00:00Z"));

const laboratory = await addLaboratory(kernel, tester, officer);
const load = (who: typeof tester, series?: string) =>
  call(kernel.app, who.principal, loadResidual, { ...(series && { series }) });
const book = (who: typeof tester, on = week, battery = code) =>
  call(kernel.app, who.principal, bookTest, { laboratory, code: battery, week: on });

describe("places at a laboratory", () => {
  it("[TR76] are booked by the week, never more than there are, whoever asks at once", async () => {
    const asked = await Promise.all([
      codeOf(book(holder)),
      codeOf(book(rival)),
      codeOf(book(tester)),
      codeOf(book(rival, week, "ZZ1PB01A1B2C3DC5H0000002")),
    ]);
    expect(asked.filter((answer) => answer === "done")).toHaveLength(2);
    expect(asked.filter((answer) => answer === "INVALID_INPUT")).toHaveLength(2);
    const { laboratories } = await load(holder);
    expect(laboratories[0]?.weeks.find((one) => one.week === week)?.left).toBe(0);
    expect(await codeOf(book(holder, "2026-11-02"))).toBe("INVALID_INPUT");
  });

  it("[TR76] a place that is declined is free again, and only the laboratory declines", async () => {
    const later = "2026-12-21";
    await book(holder, later);
    const mine = (await load(holder)).bookings.find((one) => one.week === later);
    if (!mine) throw new Error("not booked");
    const answer = (who: typeof tester, state: "confirmed" | "declined" | "withdrawn") =>
      codeOf(call(kernel.app, who.principal, answerBooking, { publicId: mine.publicId, state }));
    expect(await answer(rival, "withdrawn")).toBe("NOT_FOUND");
    expect(await answer(holder, "confirmed")).toBe("NOT_FOUND");
    expect(await answer(tester, "declined")).toBe("done");
    const { laboratories } = await load(holder);
    expect(laboratories[0]?.weeks.find((one) => one.week === later)?.left).toBe(2);
    expect((await load(rival)).bookings.some(({ publicId }) => publicId === mine.publicId)).toBe(false);
  });
});

describe("a test", () => {
  const test = { code, method: "gbt34015", denominator: "rated", testedOn: "2026-11-20" } as const;
  it("[TR75] [TR80] opens the gate by an accredited laboratory alone; the share of the first cycle says nothing", async () => {
    const given = { ...test, energyShare: 0.79, u: 0.02, holder: holderFirm.publicId };
    expect(await call(kernel.app, tester.principal, fileTest, given)).toMatchObject({ accredited: true });
    expect(await call(kernel.app, rival.principal, fileTest, { ...test, energyShare: 0.7 })).toMatchObject({
      accredited: false,
    });
    expect((await load(holder)).tests).toMatchObject([{ code, gate: { verdict: "recode" } }]);
    expect((await load(rival)).tests).toMatchObject([
      { gate: { verdict: "test_again", why: "notAccredited" } },
    ]);
    const first = { ...test, denominator: "first" as const, testedOn: "2026-11-21", energyShare: 0.5 };
    await call(kernel.app, tester.principal, fileTest, first);
    expect((await load(tester)).tests.find(({ denominator }) => denominator === "first")?.gate).toBeNull();
  });

  it("[TR78] is an event of its battery, which then says whether it may be coded anew", async () => {
    const pack = "ZZ1PB01A1B2C3DC5H0000077";
    const report = (who: typeof tester, event: object) =>
      call(kernel.app, who.principal, reportEvent, { code: pack, ...event } as never);
    await report(holder, { verb: "make", at: "2022-05-17" });
    await report(holder, { verb: "fit", at: "2022-06-01", vehicle: "V1" });
    await report(holder, { verb: "retire", at: "2026-09-01", vehicle: "V1" });
    await report(holder, { verb: "collect", at: "2026-09-03" });
    const life = () => call(kernel.app, holder.principal, loadBattery, { code: pack });
    expect((await life()).gate).toMatchObject({ verdict: "test_again", why: "noTest" });
    const given = { ...test, code: pack, testedOn: "2026-10-01", energyShare: 0.75, u: 0.02 };
    await call(kernel.app, rival.principal, fileTest, given);
    expect((await life()).gate).toMatchObject({ verdict: "test_again", why: "notAccredited" });
    const again = { ...given, testedOn: "2026-10-02", capacityShare: 0.77 };
    expect(await call(kernel.app, tester.principal, fileTest, again)).toMatchObject({ verdict: "ok" });
    const { state, gate, events } = await life();
    expect([state, gate?.verdict]).toEqual(["tested", "recode"]);
    expect(events.at(-1)).toMatchObject({
      ...{ verb: "test", energyShare: 0.75, u: 0.02, by: null },
      report: { method: "gbt34015", capacityShare: 0.77, accredited: true },
    });
    await report(holder, { verb: "destroy", at: "2026-10-05", proof: "Fire report 3" });
    const late = { ...given, testedOn: "2026-10-09" };
    expect(await codeOf(call(kernel.app, tester.principal, fileTest, late))).toBe("INVALID_INPUT");
    expect((await load(tester)).tests.filter(({ testedOn }) => testedOn === "2026-10-09")).toEqual([]);
  });

  it("[TR60] a course of capacity goes on with a band that widens", async () => {
    const amounts = Array.from({ length: 60 }, (_, at) => 2 * (0.98 - 0.002 * at));
    await call(kernel.app, holder.principal, saveSeries, { code: "cell-1", rated: 2, amounts });
    const { course } = await load(holder, "cell-1");
    const widths = course?.forecast.points.map(({ low, high }) => high - low) ?? [];
    expect(course?.known).toHaveLength(60);
    expect(widths.at(-1)).toBeGreaterThan(widths[0] ?? 1);
    expect((await load(rival)).courses).toEqual([]);
  });
});

describe("the price of what is left", () => {
  it("[TR77] is told once ten bodies stand behind confirmed sales of finished quarters", async () => {
    const sell = async (n: number) => {
      for (let at = 0; at < n; at++) {
        const [sellerFirm, buyerFirm] = [await addOrganization(kernel), await addOrganization(kernel)];
        const [seller, buyer] = [await addMember(kernel, sellerFirm), await addMember(kernel, buyerFirm)];
        const { publicId } = await call(kernel.app, seller.principal, sellBattery, {
          code,
          buyer: buyerFirm.publicId,
          chemistry: "lfp",
          energyShare: 0.75,
          price: 200 + 10 * at,
          soldOn: "2026-08-01",
        });
        expect(
          await codeOf(call(kernel.app, seller.principal, answerSale, { publicId, state: "confirmed" })),
        ).toBe("NOT_FOUND");
        await call(kernel.app, buyer.principal, answerSale, { publicId, state: "confirmed" });
      }
    };
    await sell(4);
    expect((await load(holder)).bands).toEqual([
      { chemistry: "lfp", bodies: 0, sales: 0, low: null, middle: null, high: null },
    ]);
    await sell(1);
    expect((await load(holder)).bands).toMatchObject([
      { bodies: 10, sales: 5, low: 200, middle: 210, high: 220 },
    ]);
  });
});

describe("lots and takers", () => {
  it("[TR81] a holder sees its own lots with their takers, a rival none, an officer the whole plan", async () => {
    await publishRecord(
      kernel,
      "conformityClaim",
      rival,
      {
        site: { zh: "梯次场", en: "Cascade site" },
        qualification: "cascade",
        province: "42",
        capacity: { value: "500", low: null, high: null, unit: "t/a", basis: null },
        free: { value: "5", low: null, high: null, unit: "t/a", basis: null },
        chemistries: ["lfp"],
        evidenceUntil: "2027-06-30",
      },
      [
        ["submit", rival],
        ["announce", officer, "It is complete."],
        ["list", officer, "Nobody objected."],
      ],
    );
    const lot = { name: "L-1", kind: "battery", province: "42", chemistry: "lfp", tonnes: 8 } as const;
    await call(kernel.app, holder.principal, saveLot, lot);
    const own = await call(kernel.app, holder.principal, listLots, {});
    expect(own.items).toMatchObject([
      { name: "L-1", gate: { why: "noTest" }, takers: [{ unfit: ["gate"] }] },
    ]);
    expect((await call(kernel.app, rival.principal, listLots, {})).items).toEqual([]);
    expect(await asRaw(kernel, rival, "select 1 from retired_lot")).toBe("nothing");
    const tested = { ...lot, energyShare: 0.7, testedOn: "2026-11-20", accredited: true };
    await call(kernel.app, holder.principal, saveLot, tested);
    const plan = await call(kernel.app, officer.principal, planRoutes, {});
    expect(plan).toMatchObject({ proven: true, leftTonnes: 3, legs: [{ lotName: "L-1", tonnes: 5 }] });
    expect(plan.takers).toMatchObject([{ taken: 5, oneMore: { tonnes: 1 } }]);
    expect(plan.gains.find(({ qualification }) => qualification === "cascade")).toMatchObject({ tonnes: 3 });
    expect(plan.gains.map(({ tonnes }) => tonnes)).toEqual(
      plan.gains.map(({ tonnes }) => tonnes).sort((a, b) => b - a),
    );
    expect(await codeOf(call(kernel.app, rival.principal, planRoutes, {}))).toBe("FORBIDDEN");
  });

  it("[TR81] a site under an order is told as such in the plan", async () => {
    await publishRecord(
      kernel,
      "conformityClaim",
      rival,
      {
        site: { zh: "整改场", en: "Ordered site" },
        qualification: "cascade",
        province: "42",
        capacity: { value: "500", low: null, high: null, unit: "t/a", basis: null },
        free: { value: "9", low: null, high: null, unit: "t/a", basis: null },
        chemistries: ["lfp"],
        evidenceUntil: "2027-06-30",
      },
      [
        ["submit", rival],
        ["announce", officer, "It is complete."],
        ["list", officer, "Nobody objected."],
        ["watch", officer, "A permit has ended."],
      ],
    );
    const { takers } = await call(kernel.app, officer.principal, planRoutes, {});
    expect(takers.map(({ nameEn, isOrdered }) => [nameEn, isOrdered])).toEqual(
      expect.arrayContaining([
        ["Cascade site", false],
        ["Ordered site", true],
      ]),
    );
  });

  it("[TR81] a lot tells its holder all that it was offered with, so that a reason can be added", async () => {
    const lot = {
      name: "L-3",
      kind: "battery",
      province: "42",
      chemistry: "ternary",
      tonnes: 8,
      ...{ energyShare: 0.7, u: 0.02, testedOn: "2026-11-20", accredited: true, damaged: false },
    } as const;
    await call(kernel.app, holder.principal, saveLot, lot);
    const find = async () =>
      (await call(kernel.app, holder.principal, listLots, {})).items.find(({ name }) => name === "L-3");
    const { energyShare, u, testedOn, accredited } = lot;
    expect(await find()).toMatchObject({ energyShare, u, testedOn, accredited, reason: null });
    expect((await find())?.steps.every(({ why }) => why.includes("reason"))).toBe(true);
    await call(kernel.app, holder.principal, saveLot, {
      ...lot,
      reason: "Modules are whole, tested one by one.",
    });
    expect((await find())?.steps.some(({ why }) => why.includes("reason"))).toBe(false);
  });

  it("[TR81] cascade use goes forward only", async () => {
    const lot = {
      name: "L-2",
      kind: "battery",
      province: "42",
      chemistry: "lfp",
      tonnes: 8,
      step: 2,
    } as const;
    await call(kernel.app, holder.principal, saveLot, lot);
    expect(await codeOf(call(kernel.app, holder.principal, saveLot, { ...lot, step: 1 }))).toBe(
      "INVALID_INPUT",
    );
    expect(await codeOf(call(kernel.app, holder.principal, saveLot, { ...lot, step: 3 }))).toBe("done");
  });
});
