import { createPool } from "@lilink/db";
import { distributeTrace } from "@lilink/db/testing";
import { epcisContext, toEpcis } from "@lilink/model/trace";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  asRaw,
  codeOf,
  createTestKernel,
  createTraceServer,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { listEvents } from "../capture/list-events.ts";
import { startCapture } from "../capture/start-capture.ts";
import { takeCapture } from "../capture/take-capture.ts";
import { listOwnItems, overseeBatteries } from "../oversight/list-items.ts";
import { confirmRule } from "../rule/confirm-rule.ts";
import { grantLicence, listLicences } from "../rule/keep-licence.ts";
import { correctEvent } from "./correct-event.ts";
import { fileBatteries } from "./file-batteries.ts";
import { listBatteries } from "./list-batteries.ts";
import { listCorrections } from "./list-corrections.ts";
import { loadBattery } from "./load-battery.ts";
import { noteTold } from "./note-told.ts";
import { reportEvent } from "./report-event.ts";

/** Two PostgreSQL servers: one for the batteries, one for all else. */
const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"), {}, createTraceServer);
const { trace } = kernel;
if (!trace) throw new Error("a second server");
const traceOwner = new pg.Client({ connectionString: trace.ownerUrl });
await traceOwner.connect();
afterAll(() => traceOwner.end());
const firms = await Promise.all(["maker", "rival", "car", "yard"].map(() => addOrganization(kernel)));
const [maker, rival, car, yard] = await Promise.all(firms.map((firm) => addMember(kernel, firm)));
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const [here, elsewhere] = await Promise.all(
  ["36", "44"].map(async (province) =>
    addMember(kernel, await addOrganization(kernel, { kind: "regulator", province })),
  ),
);
if (!maker || !rival || !car || !yard || !here || !elsewhere) throw new Error("four firms, two regulators");
const [made, , cars, yards] = firms.map(({ publicId, id }) => ({ publicId, id }));
type Member = typeof maker;

let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const tick = () => kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
const report = (who: Member, event: object) => {
  tick();
  return call(kernel.app, who.principal, reportEvent, event as never);
};
const load = (who: Member, code: string) => call(kernel.app, who.principal, loadBattery, { code });
const file = (who: Member, codes: readonly string[]) =>
  call(kernel.app, who.principal, fileBatteries, { units: codes.map((code) => ({ code, kwh: 50 })) });
const listed = async (who: Member) =>
  (await call(kernel.app, who.principal, listBatteries, { limit: 100 })).items;
const itemsOf = async (who: Member, code: string) =>
  (await call(kernel.app, who.principal, listOwnItems, {})).items.filter((one) => one.code === code);
const note = () => callJob(kernel.worker, { id: kernel.app.newId(), name: "battery.note" }, noteTold, {});
const eventsOf = async (code: string) =>
  (
    await traceOwner.query("select verb from trace.custody_event where code = $1 order by occurred_on", [
      code,
    ])
  ).rows;
const news = async () =>
  (await traceOwner.query<{ id: string }>("select id::text from trace.outbox order by id")).rows.map(
    ({ id }) => id,
  );

/** What the worker does until nothing is left to be heard. */
async function hear(): Promise<void> {
  while (Number(await note()) > 0);
}

const fit = (code: string) => ({ verb: "fit", code, at: "2022-06-01", vehicle: code, province: "36" });
const hand = (code: string) => ({
  verb: "transfer",
  code,
  at: "2026-10-12",
  to: yards?.publicId,
  province: "36",
});

describe("batteries on a server of their own", () => {
  it("[TR20] live there alone, and bodies file, tell, list and read them as on one server", async () => {
    const code = nextCode();
    expect(await file(maker, [code])).toMatchObject({ filed: 1, known: 0 });
    expect(await file(maker, [code])).toMatchObject({ filed: 0, known: 1 });
    expect(await report(maker, { verb: "make", code, at: "2022-05-17" })).toMatchObject({ verdict: "ok" });
    expect(await report(car, fit(code))).toMatchObject({ verdict: "ok" });
    expect(await report(car, fit(code))).toMatchObject({ verdict: "duplicate", isKnown: true });
    expect(await codeOf(report(car, { ...fit(code), at: "2022-05-01" }))).toBe("INVALID_INPUT");
    expect(await listed(car)).toMatchObject([{ code, isMaker: false, state: "fitted", level: "P" }]);
    expect(await load(maker, code)).toMatchObject({ state: "fitted", unit: { kwh: "50" } });
    const [counts] = await kernel.ownerRows<{ events: number; units: number }>(
      "select (select count(*)::int from trace.custody_event) as events, (select count(*)::int from trace.battery_unit) as units",
    );
    expect(counts).toEqual({ events: 0, units: 0 });
    expect(await eventsOf(code)).toHaveLength(2);
  });

  it("[TR22] rivals see nothing of one another, on either server", async () => {
    const code = nextCode();
    await file(maker, [code]);
    await report(maker, { verb: "make", code, at: "2022-05-17" });
    expect(await codeOf(load(rival, code))).toBe("NOT_FOUND");
    expect((await listed(rival)).length).toBe(0);
    expect(await file(rival, [code])).toMatchObject({
      filed: 0,
      faults: [{ field: "code", rule: "duplicate" }],
    });
    expect((await call(kernel.app, rival.principal, listEvents, { codes: [code] })).items).toEqual([]);
    expect((await load(officer, code)).events).toHaveLength(1);
    const app = new pg.Client({ connectionString: trace.appUrl });
    await app.connect();
    const seen = async (settings: string) => {
      await app.query(`begin; ${settings}`);
      const { rowCount } = await app.query("select 1 from trace.custody_event where code = $1", [code]);
      await app.query("rollback");
      return rowCount;
    };
    expect(await seen("")).toBe(0);
    expect(await seen(`set local trace.kind = 'reader'; set local trace.org = '${firms[1]?.id}'`)).toBe(0);
    expect(await seen(`set local trace.kind = 'reader'; set local trace.org = '${made?.id}'`)).toBe(1);
    await expect(app.query("select 1 from trace.outbox")).rejects.toMatchObject({ code: "42501" });
    await expect(app.query("select * from trace.item_sides('[]')")).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });

  it("[TR17] [TR26] desks hear of what waits as soon as the worker has read it, and the teller does not hear of whom", async () => {
    const code = nextCode();
    await report(car, fit(code));
    await report(car, hand(code));
    expect(await itemsOf(yard, code)).toEqual([]);
    await hear();
    expect(await itemsOf(yard, code)).toMatchObject([
      { kind: "handover", dueOn: "2026-11-23", isOverdue: true },
    ]);
    expect((await listed(yard)).map((one) => one.code)).toContain(code);
    expect(await news()).toEqual([]);
    const desk = async (who: Member) =>
      (await call(kernel.app, who.principal, overseeBatteries, {})).items.filter((one) => one.code === code)
        .length;
    expect([await desk(here), await desk(elsewhere)]).toEqual([1, 0]);
    await report(yard, { verb: "retire", code, at: "2026-11-01" });
    await hear();
    expect(await itemsOf(yard, code)).toEqual([]);
    const forged = `select app.note_battery_items('{}', '[]', now(), '[{"holder":"${made?.id}"}]')`;
    expect(await asRaw(kernel, rival, forged)).toBe("42501");
  });

  it("[TR14] [TR25] licences and dated rules reach over both servers", async () => {
    const code = nextCode();
    const licence = { organization: yards?.publicId ?? "", kind: "dismantle", from: "2026-01-01" } as const;
    await call(kernel.app, officer.principal, grantLicence, licence);
    for (const from of ["2025-01-01", "2025-06-01", "2024-01-01"])
      await call(kernel.app, officer.principal, grantLicence, {
        organization: cars?.publicId ?? "",
        kind: "collect",
        from,
      });
    const first = await call(kernel.app, here.principal, listLicences, { limit: 2 });
    const rest = await call(kernel.app, here.principal, listLicences, {
      limit: 2,
      cursor: first.nextCursor ?? "",
    });
    expect([...first.items, ...rest.items].map(({ from }) => from)).toEqual([
      ...["2026-01-01", "2025-06-01", "2025-01-01", "2024-01-01"],
    ]);
    await report(car, fit(code));
    await report(car, { ...hand(code), at: "2026-11-02" });
    await hear();
    const rule = {
      ruleSet: "traceability-2026",
      from: "2026-04-01",
      source: "Gazette",
      deadlines: { other: 5, dismantle: 10 },
    };
    await call(kernel.app, officer.principal, confirmRule, rule as never);
    expect((await itemsOf(yard, code))[0]?.dueOn).toBe("2026-11-16");
  });

  it("[TR16] corrections are told there and named by the names that stand here", async () => {
    const code = nextCode();
    const { hash } = await report(car, fit(code));
    tick();
    const instead = { verb: "fit", code, at: "2022-06-02", vehicle: "V2" };
    const wrong = { code, corrects: hash, reason: "incorrect_data", instead };
    await call(kernel.app, car.principal, correctEvent, wrong as never);
    const { items } = await call(kernel.app, officer.principal, listCorrections, {});
    expect(items).toMatchObject([
      {
        code,
        reason: "incorrect_data",
        by: { publicId: cars?.publicId },
        first: { on: "2022-06-01" },
        instead: { on: "2022-06-02" },
      },
    ]);
    expect((await call(kernel.app, rival.principal, listCorrections, {})).items).toEqual([]);
  });
});

describe("documents of EPCIS", () => {
  const take = takeCapture({
    read: () => Promise.reject(new Error("no rows")) as never,
    mark: () => Promise.reject(new Error("no rows")),
  });
  async function send(eventList: readonly unknown[]) {
    const head = {
      "@context": epcisContext,
      type: "EPCISDocument",
      schemaVersion: "2.0",
      creationDate: "2026-03-02T00:00:00.000Z",
    };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...head, epcisBody: { eventList } }));
    const asked = { kind: "epcis", name: "a.jsonld", bytes, behaviour: "rollback" } as const;
    const sent = await call(kernel.app, (car as Member).principal, startCapture, asked);
    const job = { id: kernel.app.newId(), name: "battery.take" };
    await callJob(kernel.worker, job, take, { captureId: sent.id });
    const [row] = await kernel.ownerRows(
      "select state, taken, known, faults from battery_capture where id = $1",
      [sent.id],
    );
    return row;
  }
  const eventOf = (code: string, given: object = {}) =>
    toEpcis({
      event: { verb: "fit", code, at: "2022-06-01", by: cars?.publicId, vehicle: "V1", ...given } as never,
      province: "36",
      recordedAt: "2022-06-02T00:00:00.000Z",
    });

  it("[TR33] [TR35] are taken whole or not at all on both, and asked for page by page", async () => {
    const codes = [nextCode(), nextCode(), nextCode()];
    const broken = eventOf(codes[0] ?? "", { at: "2022-05-01" });
    expect(await send([...codes.map((code) => eventOf(code)), broken])).toMatchObject({
      taken: 0,
      faults: 1,
    });
    for (const code of codes) expect(await eventsOf(code)).toEqual([]);
    expect(await send(codes.map((code) => eventOf(code)))).toMatchObject({ state: "done", taken: 3 });
    expect(await send(codes.map((code) => eventOf(code)))).toMatchObject({
      state: "done",
      taken: 0,
      known: 3,
    });
    const all = (await call(kernel.app, car.principal, listEvents, { limit: 100 })).items;
    const paged: unknown[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await call(kernel.app, car.principal, listEvents, { limit: 2, ...(cursor && { cursor }) });
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(6);
  });
});

describe("a crash between the two", () => {
  /** The product's connection dies in its commit, when the other has committed: what a crash does at that moment. */
  async function dieAt<T>(table: string, run: () => Promise<T>): Promise<T> {
    await kernel.ownerRows(`create or replace function pg_temp_die() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$`);
    await kernel.ownerRows(`grant execute on function pg_temp_die() to lilink_app, lilink_worker`);
    await kernel.ownerRows(`create constraint trigger die after insert on ${table} deferrable initially deferred
      for each row execute function pg_temp_die()`);
    try {
      return await run();
    } finally {
      await kernel.ownerRows(`drop trigger die on ${table}`);
      await kernel.ownerRows("drop function pg_temp_die()");
    }
  }

  it("[TR26] loses no event and doubles none: the lists and desks hear of it afterwards, once", async () => {
    await hear();
    const code = nextCode();
    await report(car, fit(code));
    await hear();
    expect(await codeOf(dieAt("audit_entry", () => report(car, hand(code))))).toBe("UNAVAILABLE");
    expect(await eventsOf(code)).toEqual([{ verb: "fit" }, { verb: "transfer" }]);
    expect(await news()).toHaveLength(1);
    expect(await itemsOf(yard, code)).toEqual([]);
    // The one who hears of it dies too: the news stays.
    await expect(dieAt("battery_item", () => note())).rejects.toThrow();
    expect(await itemsOf(yard, code)).toEqual([]);
    expect(await news()).toHaveLength(1);
    await hear();
    expect(await itemsOf(yard, code)).toMatchObject([{ kind: "handover" }]);
    expect((await listed(yard)).map((one) => one.code)).toContain(code);
    expect(await news()).toEqual([]);
    expect(await report(car, hand(code))).toMatchObject({ isKnown: true });
    await hear();
    expect(await itemsOf(yard, code)).toHaveLength(1);
  });

  it("[TR26] what a body first told stands in its list although its transaction died", async () => {
    const [told, filed] = [nextCode(), nextCode()];
    await expect(dieAt("audit_entry", () => report(rival, fit(told)))).rejects.toThrow();
    await expect(dieAt("audit_entry", () => file(rival, [filed]))).rejects.toThrow();
    expect(await listed(rival)).toEqual([]);
    await hear();
    expect(await listed(rival)).toMatchObject([
      { code: told, isMaker: false },
      { code: filed, isMaker: true },
    ]);
  });

  it("[TR26] lists and desks are made again from the events, where the product was restored to an earlier moment", async () => {
    const code = nextCode();
    await report(car, fit(code));
    await report(car, hand(code));
    await hear();
    const lists = "select org_id, code, as_maker from battery_of order by org_id, code";
    const open =
      "select organization_id, kind, code, due_on from battery_item where closed_at is null order by 1, 2, 3";
    const [before, waiting] = [await kernel.ownerRows(lists), await kernel.ownerRows(open)];
    await kernel.ownerRows("delete from battery_of");
    await kernel.ownerRows("delete from battery_item");
    await traceOwner.query("select trace.tell_again()");
    await hear();
    expect(await kernel.ownerRows(lists)).toEqual(before);
    expect(await kernel.ownerRows(open)).toEqual(waiting);
    expect(waiting.length).toBeGreaterThan(2);
  });

  it("[TR20] while that server is away, what asks it says so, and all else goes on", async () => {
    const away = createPool({ url: "postgres://lilink_app:none@127.0.0.1:1/lilink" });
    const alone = { ...kernel.app, tracePool: away };
    expect(await codeOf(call(alone, car.principal, listBatteries, {}))).toBe("UNAVAILABLE");
    expect((await call(alone, yard.principal, listOwnItems, {})).count).toBeGreaterThan(0);
    await away.end();
  });

  it("[TR20] where the event cannot be kept, nothing else is", async () => {
    const code = nextCode();
    await traceOwner.query("revoke insert on trace.battery_state from lilink_app");
    await expect(report(rival, fit(code))).rejects.toThrow();
    await traceOwner.query("grant insert on trace.battery_state to lilink_app");
    expect(await eventsOf(code)).toEqual([]);
    expect((await listed(rival)).map((one) => one.code)).not.toContain(code);
  });
});

it("[TR20] plain tables for a cluster are made there, and everything goes on", async () => {
  const done = await distributeTrace(traceOwner);
  expect(done.every(({ moved }) => moved !== null)).toBe(true);
  const code = nextCode();
  await report(car, fit(code));
  expect(await load(car, code)).toMatchObject({ state: "fitted" });
});
