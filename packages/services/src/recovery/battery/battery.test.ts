import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addLaboratory,
  addMember,
  addOrganization,
  asRaw,
  codeOf,
  createTestKernel,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { fileBatteries } from "./file-batteries.ts";
import { listBatteries } from "./list-batteries.ts";
import { loadBattery } from "./load-battery.ts";
import { reportEvent } from "./report-event.ts";

const kernel = await createTestKernel();
const firms = await Promise.all(
  ["maker", "rival", "car", "collector", "cascade"].map(() => addOrganization(kernel)),
);
const [maker, rival, car, collector, cascade] = await Promise.all(
  firms.map((firm) => addMember(kernel, firm)),
);
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
if (!maker || !rival || !car || !collector || !cascade) throw new Error("five firms");
const [, , , collecting, recoding] = firms;
const tester = await addMember(kernel, await addOrganization(kernel));
await addLaboratory(kernel, tester, officer, "2026-06-10");
for (const [firm, kind] of [
  [collecting, "collect"],
  [recoding, "cascade"],
] as const)
  await kernel.ownerRows("insert into trace.licence (org_id, kind, from_on) values ($1, $2, '2020-01-01')", [
    firm?.id,
    kind,
  ]);

type Member = typeof maker;
let serial = 0;
/** A pack of lithium iron phosphate, made on 17 May 2022. */
const nextCode = (product = "P") => `ZZ1${product}B01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const file = (who: Member, units: { code: string; parent?: string; kwh?: number }[]) =>
  call(kernel.app, who.principal, fileBatteries, { units });
/** Each report is a second after the one before. */
const report = (who: Member, event: Record<string, unknown>) => {
  kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
  return call(kernel.app, who.principal, reportEvent, event as never);
};
const load = (who: Member, code: string, knownOn?: string) =>
  call(kernel.app, who.principal, loadBattery, { code, ...(knownOn && { knownOn }) });

async function makeAndFit(code: string) {
  await file(maker as Member, [{ code, kwh: 50 }]);
  await report(maker as Member, { verb: "make", code, at: "2022-05-17" });
  await report(car as Member, { verb: "fit", code, at: "2022-06-01", vehicle: "V1" });
}

describe("filing", () => {
  it("[TR8] takes good rows, names those at fault, and a re-send changes nothing", async () => {
    const [pack, module] = [nextCode(), nextCode("M")];
    const units = [
      { code: pack.toLowerCase(), kwh: 52.5 },
      { code: module, parent: pack },
      { code: "ZZ1PB01A1B2C3DC2Y0000001" },
      { code: module, parent: pack },
      { code: nextCode(), parent: module },
    ];
    const faults = [
      { at: 2, field: "code", rule: "notADate" },
      { at: 3, field: "code", rule: "duplicate" },
      { at: 4, field: "parent", rule: "notInList" },
    ];
    expect(await file(maker, units)).toEqual({ filed: 2, known: 0, faults });
    expect(await file(maker, units)).toEqual({ filed: 0, known: 2, faults });
    expect((await load(maker, pack)).children).toEqual([module]);
  });

  it("[TR5] a printed code of 25 characters is its first 24, as a battery, as a parent and when it is asked for", async () => {
    const [pack, module] = [nextCode(), nextCode("M")];
    await file(maker, [{ code: `${pack}X` }, { code: module, parent: `${pack}X` }]);
    expect(await load(maker, `${pack}X`)).toMatchObject({ code: pack, children: [module] });
    expect((await load(maker, module)).from).toEqual([pack]);
  });

  it("[TR8] a code that another maker filed is a fault, and does not say whose it is", async () => {
    const code = nextCode();
    await file(maker, [{ code }]);
    expect(await file(rival, [{ code }])).toMatchObject({ filed: 0, faults: [{ at: 0, rule: "duplicate" }] });
  });
});

describe("the life of a battery", () => {
  it("[TR12] verdicts come at once, a re-send is known, what cannot be is refused", async () => {
    const code = nextCode();
    await makeAndFit(code);
    const fit = { verb: "fit", code, at: "2022-06-01", vehicle: "V1" };
    expect(await report(car, fit)).toMatchObject({ verdict: "duplicate", isKnown: true });
    expect(await report(car, { ...fit, at: "2022-07-01", vehicle: "V2" })).toMatchObject({
      verdict: "conflict",
    });
    expect(await codeOf(report(car, { ...fit, at: "2022-05-01" }))).toBe("INVALID_INPUT");
    expect(await report(collector, { verb: "collect", code, at: "2026-04-01" })).toMatchObject({
      verdict: "gap",
    });
    expect(await report(rival, { verb: "collect", code, at: "2026-04-02" })).toMatchObject({
      verdict: "conflict",
    });
    expect((await load(maker, code)).state).toBe("collected");
  });

  it("[TR10] [TR15] a new code is bound to its origins, and both lives tell it", async () => {
    const [code, child] = [nextCode(), "ZZ2PB07G720000031RP"];
    await makeAndFit(code);
    await report(car, { verb: "retire", code, at: "2026-03-01", vehicle: "V1" });
    await report(collector, { verb: "collect", code, at: "2026-03-10" });
    const recode = { verb: "recode", code: child, origins: [code], at: "2026-07-02" };
    expect(await report(cascade, recode)).toMatchObject({ verdict: "gap" });
    await report(tester, { verb: "test", code, at: "2026-06-10", energyShare: 0.79, u: 0.01 });
    const [old, fresh] = [await load(maker, code), await load(cascade, child)];
    expect([old.state, fresh.state]).toEqual(["recoded", "made"]);
    expect(old.events.map(({ verb, verdict }) => [verb, verdict])).toEqual([
      ["make", "ok"],
      ["fit", "ok"],
      ["retire", "ok"],
      ["collect", "ok"],
      ["test", "late"],
      ["recode", "ok"],
    ]);
    expect(await report(cascade, { verb: "deploy", code: child, at: "2026-07-28", step: 2 })).toMatchObject({
      verdict: "needs_reason",
    });
  });

  it("[TR15] [TR78] asks for a test of an accredited laboratory, on the day of the test, in the verdict and at the gate", async () => {
    const collected = async () => {
      const code = nextCode();
      await makeAndFit(code);
      await report(car, { verb: "retire", code, at: "2026-03-01", vehicle: "V1" });
      await report(collector, { verb: "collect", code, at: "2026-03-10" });
      return code;
    };
    const recodeAfter = async (...tests: readonly (readonly [Member, string])[]) => {
      const code = await collected();
      for (const [who, at] of tests) await report(who, { verb: "test", code, at, energyShare: 0.79 });
      const { gate } = await load(maker, code);
      const fresh = `ZZ2PB07G72${String(++serial).padStart(7, "0")}RP`;
      const recode = { verb: "recode", code: fresh, origins: [code], at: "2026-07-02" };
      return [gate?.why, (await report(cascade, recode)).verdict];
    };
    const [last, after] = ["2026-06-10", "2026-06-11"];
    expect(await recodeAfter([tester, last])).toEqual(["belowGate", "ok"]);
    expect(await recodeAfter([tester, after])).toEqual(["notAccredited", "gap"]);
    expect(await recodeAfter([collector, last])).toEqual(["notAccredited", "gap"]);
    expect(await recodeAfter([tester, last], [collector, after])).toEqual(["belowGate", "ok"]);
  });

  it("[TR16] [TR22] a correction stands beside what it corrects, and a day before knows nothing of it", async () => {
    const code = nextCode();
    await makeAndFit(code);
    const fit = (await load(car, code)).events.find(({ verb }) => verb === "fit");
    const undo = { verb: "correct", code, at: "2022-06-01", corrects: fit?.hash, reason: "did_not_occur" };
    expect(await codeOf(report(rival, undo))).toBe("INVALID_INPUT");
    kernel.setNow(new Date("2026-11-26T02:00:00Z"));
    expect(await report(car, undo)).toMatchObject({ verdict: "ok" });
    expect((await load(car, code)).state).toBe("made");
    const before = await load(car, code, "2026-11-25");
    expect(before.state).toBe("fitted");
    // What was learned later is not told, but that something was.
    expect(before.knownDays.at(-1)).toEqual({ on: "2026-11-26", events: 1 });
    expect(before.knownDays.reduce((sum, { events }) => sum + events, 0)).toBe(before.events.length + 1);
    kernel.setNow(new Date("2026-11-24T02:00:00Z"));
  });

  it("[TR17] a hand-over that is confirmed later was open on a day before", async () => {
    const code = nextCode();
    await makeAndFit(code);
    const to = collecting?.publicId;
    await report(car, { verb: "transfer", code, at: "2026-11-20", to });
    kernel.setNow(new Date("2026-11-26T02:00:00Z"));
    await report(collector, { verb: "collect", code, at: "2026-11-25" });
    const isOpen = async (on?: string) =>
      (await load(car, code, on)).events.find(({ verb }) => verb === "transfer")?.unconfirmed;
    expect([await isOpen("2026-11-25"), await isOpen()]).toEqual([true, false]);
    kernel.setNow(new Date("2026-11-24T02:00:00Z"));
  });
});

describe("the walls of the batteries", () => {
  it("[TR22] a rival finds nothing; a side sees the life and names no stranger; an officer sees all", async () => {
    const code = nextCode();
    await makeAndFit(code);
    expect(await codeOf(load(rival, code))).toBe("NOT_FOUND");
    const [make, fit] = (await load(car, code)).events;
    expect([make?.by, fit?.by?.publicId]).toEqual([null, firms[2]?.publicId]);
    expect((await load(officer, code)).events.map(({ by }) => by?.publicId)).toEqual([
      firms[0]?.publicId,
      firms[2]?.publicId,
    ]);
    const listed = await call(kernel.app, rival.principal, listBatteries, { q: code });
    expect(listed.items).toEqual([]);
    expect(await call(kernel.app, maker.principal, listBatteries, { q: code })).toMatchObject({
      items: [{ code, isMaker: true, state: "fitted" }],
      count: 1,
    });
    // Any part of a code finds it; what waits is asked for apart.
    const found = async (asked: object) =>
      (await call(kernel.app, maker.principal, listBatteries, { limit: 100, ...asked })).items.map(
        (one) => one.code,
      );
    expect(await found({ q: code.slice(6, -2).toLowerCase() })).toContain(code);
    expect(await found({ q: code, open: "1" })).toEqual([]);
  });

  it("[TR20] without its actor the schema tells nothing, and nobody changes or deletes", async () => {
    for (const table of ["battery_unit", "custody_event", "battery_state", "licence"]) {
      expect(await asRaw(kernel, maker, `select 1 from trace.${table}`)).toBe("nothing");
      expect(await asRaw(kernel, maker, `delete from trace.${table}`)).toBe("42501");
    }
    expect(await asRaw(kernel, maker, "update trace.custody_event set verb = 'make'")).toBe("42501");
    expect(await asRaw(kernel, maker, "select 1 from trace.custody_event_0")).toBe("42501");
    const other = `insert into trace.battery_unit (code, level, battery_type, maker_id, made_on, recorded_at)
      values ('${nextCode()}', 'P', 'B', '${firms[1]?.id}', '2022-05-17', now())`;
    expect(
      await asRaw(
        kernel,
        maker,
        `set local trace.kind = 'reader'; set local trace.org = '${firms[0]?.id}'; ${other}`,
      ),
    ).toBe("42501");
  });

  it("[TR22] whatever is told by whom, each reads what he made or had a part in", {
    timeout: 60_000,
  }, async () => {
    const people = [maker, rival, car, collector];
    const anyStory = fc.array(fc.record({ who: fc.nat(3), which: fc.nat(2) }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(anyStory, async (story) => {
        const codes = [nextCode(), nextCode(), nextCode()];
        for (const code of codes) await file(maker, [{ code }]);
        const parts = new Set(codes.map((code) => `0 ${code}`));
        for (const [at, { who, which }] of story.entries()) {
          const code = codes[which] ?? "";
          await report(people[who] as Member, {
            verb: "lose",
            code,
            at: `2026-01-1${at}`,
            proof: String(at),
          }).catch(() => undefined);
          const seen = await codeOf(load(people[who] as Member, code));
          if (seen === "done") parts.add(`${who} ${code}`);
        }
        for (const [who, person] of people.entries())
          for (const code of codes)
            expect(await codeOf(load(person, code))).toBe(parts.has(`${who} ${code}`) ? "done" : "NOT_FOUND");
      }),
      { numRuns: 4 },
    );
  });
});

describe("where a battery stands", () => {
  it("[TR10] is listed with the flags of its own events, not with those of batteries that are bound to it", async () => {
    const [pack, module] = [nextCode(), nextCode("M")];
    await file(maker, [
      { code: pack, kwh: 50 },
      { code: module, parent: pack, kwh: 5 },
    ]);
    await report(maker, { verb: "make", code: pack, at: "2022-05-17" });
    await report(maker, { verb: "fit", code: pack, at: "2022-06-01", vehicle: "V1" });
    // Fitted twice at once: both are kept, the second as a conflict.
    const again = await report(maker, { verb: "fit", code: pack, at: "2022-06-02", vehicle: "V2" });
    expect(again.verdict).not.toBe("ok");
    await report(maker, { verb: "dismantle", code: pack, at: "2022-07-01", children: [module] });
    const { items } = await call(kernel.app, maker.principal, listBatteries, { q: module });
    const [packs] = (await call(kernel.app, maker.principal, listBatteries, { q: pack })).items;
    expect(packs?.flags).toContain(again.verdict);
    expect(items[0]?.flags).not.toContain(again.verdict);
  });
});
