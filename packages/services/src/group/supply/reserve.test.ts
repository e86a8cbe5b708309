import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPublished,
  asRaw,
  createTestKernel,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { callMeeting } from "../meeting/call-meeting.ts";
import { recordDecision } from "../meeting/decide.ts";
import { holdMeeting } from "../meeting/keep-meeting.ts";
import { loadReserve } from "./load-reserve.ts";
import { addStock, moveStock, openRoom } from "./reserve.ts";
import { closeTrade, openTrade, takeTrade } from "./take-trade.ts";
import { tellCover } from "./tell-cover.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const { officer, secretariat } = await addOffice(kernel);
const firm = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));
const visitor = { kind: "anonymous" } as const;

const tell = () => callJob(kernel.worker, { id: app.newId(), name: "reserve.cover" }, tellCover, {});

type Kind = "in" | "out" | "rotate" | "loss";
const stockOf = async (site: string) => {
  const { publicId } = await call(app, officer.principal, addStock, {
    ...{ product: "carbonate" as const, grade: "99.5 %", form: "bags", site, custodian: "a keeper" },
    ...{ targetDays: 45, shelfLifeDays: 365 },
  });
  const move = (kind: Kind, tonnes: number, occurredOn: string, decision?: string) =>
    call(app, officer.principal, moveStock, {
      ...{ stock: publicId, kind, tonnes, occurredOn },
      ...(decision && { decision }),
    });
  return { publicId, move };
};
const decide = async (text: string) => {
  const { publicId } = await call(app, officer.principal, callMeeting, {
    ...{ title: "2026Q3", heldAt: app.clock(), goals: ["G25-17"], seats: [] },
  });
  await call(app, officer.principal, holdMeeting, { publicId });
  const taken = await call(app, officer.principal, recordDecision, {
    ...{ publicId, position: 1, text, owner: secretariat.publicId, dueOn: "2026-12-31" },
  });
  return taken.publicId;
};
const fault = (field: string, rule: string) => ({ faults: [expect.objectContaining({ field, rule })] });

describe("the store room", () => {
  it("[RS1] nothing leaves or is rotated without a decision, and no stock falls below nothing on any day", async () => {
    const { publicId, move } = await stockOf("a first store");
    await move("in", 100, "2026-01-10");
    await expect(move("out", 10, "2026-02-01")).rejects.toMatchObject(fault("decision", "required"));
    await expect(move("out", 10, "2026-02-01", "nobodys")).rejects.toMatchObject(
      fault("decision", "notInList"),
    );
    const decision = await decide("Release ten tonnes");
    await move("out", 90, "2026-03-01", decision);
    // What is there in February is gone in March.
    await expect(move("loss", 11, "2026-02-01")).rejects.toMatchObject(fault("tonnes", "tooLarge"));
    await move("loss", 10, "2026-02-01");
    await expect(move("in", 5, "2026-12-01")).rejects.toMatchObject(fault("occurredOn", "dateTooFar"));
    const { stocks } = await call(app, officer.principal, openRoom, {});
    const stock = stocks.find((one) => one.publicId === publicId);
    expect([stock?.tonnes, stock?.moves.length, stock?.moves.at(-1)?.decision]).toEqual([
      0,
      3,
      "Release ten tonnes",
    ]);
  });

  it("[RS1] of two that take the last tonnes at once, one is refused, by the database too", async () => {
    const { publicId, move } = await stockOf("a second store");
    await move("in", 50, "2026-01-10");
    const decision = await decide("Release fifty tonnes");
    const both = await Promise.allSettled([
      move("out", 50, "2026-05-01", decision),
      move("out", 40, "2026-05-02", decision),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { rows } = await kernel.owner.execute<{ id: string }>(
      `select id from reserve_stock where public_id = '${publicId}'`,
    );
    const raw = (kind: Kind, tonnes: number) => `insert into reserve_movement
      (id, stock_id, kind, tonnes, occurred_on, recorded_by, recorded_at)
      values (gen_random_uuid(), '${rows[0]?.id}', '${kind}', ${tonnes}, '2026-06-01', app.person(), now())`;
    expect(await asRaw(kernel, officer, raw("loss", 51))).toMatch(/^(23514|42501)$/);
    expect(await asRaw(kernel, officer, raw("out", 1))).toMatch(/^(23514|42501)$/);
    expect(await asRaw(kernel, officer, "delete from reserve_movement")).toMatch(/^(23514|42501)$/);
    expect(await asRaw(kernel, officer, "update reserve_movement set tonnes = 1")).toMatch(/^(23514|42501)$/);
  });

  it("[RS2] a firm and a visitor read no tonnes, open no room, and each look of an officer is in the log", async () => {
    await expect(call(app, firm.principal, openRoom, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(call(app, visitor, openRoom, {})).rejects.toMatchObject({ code: expect.any(String) });
    for (const table of ["reserve_stock", "reserve_movement"])
      expect(await asRaw(kernel, firm, `select * from ${table}`)).toBe("nothing");
    const looks = async () => {
      const { rows } = await kernel.owner.execute<{ n: number }>(
        "select count(*)::int as n from audit_entry where action = 'reserve.read'",
      );
      return rows[0]?.n ?? 0;
    };
    const before = await looks();
    await call(app, officer.principal, openRoom, {});
    expect(await looks()).toBe(before + 1);
  });
});

describe("what is told of reserves", () => {
  it("[RS2] [TG1] a band a month as of its first day; a move within the month changes nothing that others see", async () => {
    const head = {
      layout: "comtrade" as const,
      fileName: "a.csv",
      source: "an office",
      licence: "CC-BY-4.0",
    };
    const { publicId } = await call(app, officer.principal, openTrade, {
      ...head,
      reporter: "CN",
      sample: false,
    });
    const row = {
      line: "283691",
      flow: "import" as const,
      usd: 1e7,
      factor: 1,
      factorSource: "atomic weights",
    };
    await call(app, officer.principal, takeTrade, {
      publicId,
      rows: [
        { ...row, period: "2025", partner: "CL", tonnes: 27_375 },
        { ...row, period: "2025", partner: "AR", tonnes: 9_125 },
      ],
    });
    await call(app, officer.principal, closeTrade, { publicId, skipped: 0, revises: false });
    const { move } = await stockOf("a third store");
    await move("in", 2_500, "2026-10-15");
    expect((await call(app, visitor, loadReserve, {})).covers).toEqual([]);
    expect(await tell()).toEqual({ month: "2026-11" });
    // 36,500 t a year are 100 a day.
    const told = await call(app, visitor, loadReserve, {});
    expect(told.covers).toEqual([{ month: "2026-11", low: 15, high: 30 }]);
    const parts = Object.fromEntries(told.tension.parts.map(({ part, fact }) => [part, fact]));
    expect(parts.cover).toMatchObject({ low: 15, high: 30, asOf: "2026-11-01" });
    expect(parts.concentration?.low).toBeCloseTo(0.75 ** 2 + 0.25 ** 2, 9);
    expect(parts.price).toBeNull();
    await move("in", 50_000, "2026-11-20");
    expect(await tell()).toEqual({ month: null });
    expect(await call(app, visitor, loadReserve, {})).toEqual(told);
  });

  it("[TG1] reads the swing of a release where no series of prices is here, a year's brought to a month", async () => {
    const swing = { indicator: "RES-15", measure: "volatility", unit: "1", value: "0.42" };
    await addPublished(kernel, "2026Q1", swing);
    const { parts } = (await call(app, visitor, loadReserve, {})).tension;
    const price = parts.find(({ part }) => part === "price")?.fact;
    expect(price).toMatchObject({ asOf: "2026-03-31", source: "toldSwing" });
    expect(price?.low).toBeCloseTo(0.42 / Math.sqrt(12), 9);
  });
});
