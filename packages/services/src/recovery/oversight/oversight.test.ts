import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listBatteries } from "../battery/list-batteries.ts";
import { loadBattery } from "../battery/load-battery.ts";
import { reportEvent } from "../battery/report-event.ts";
import { listOwnItems, overseeBatteries } from "./list-items.ts";

const kernel = await createTestKernel();
const [car, yard, stranger] = await Promise.all(
  ["36", "36", "44"].map((province) => addOrganization(kernel, { province })),
);
const offices = await Promise.all([
  addOrganization(kernel, { kind: "regulator", province: "36" }),
  addOrganization(kernel, { kind: "regulator", province: "44" }),
  addOrganization(kernel, { kind: "coordination_group" }),
]);
if (!car || !yard || !stranger) throw new Error("three firms");
const [carMaker, yardClerk, outsider] = await Promise.all(
  [car, yard, stranger].map((firm) => addMember(kernel, firm)),
);
const [here, elsewhere] = await Promise.all(offices.slice(0, 2).map((office) => addMember(kernel, office)));
const officer = await addMember(kernel, offices[2] as (typeof offices)[0], { duties: ["officer"] });
if (!carMaker || !yardClerk || !outsider || !here || !elsewhere) throw new Error("five people");
type Member = typeof carMaker;

let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;
const report = (who: Member, event: Record<string, unknown>) => {
  kernel.setNow(new Date(kernel.app.clock().getTime() + 1000));
  return call(kernel.app, who.principal, reportEvent, event as never);
};
const itemsOf = async (who: Member, code: string) =>
  (await call(kernel.app, who.principal, listOwnItems, {})).items.filter((item) => item.code === code);
const desk = async (who: Member, asked: object = {}) =>
  call(kernel.app, who.principal, overseeBatteries, { limit: 200, ...asked });
const onDesk = async (who: Member, code: string) =>
  (await desk(who)).items.filter((item) => item.code === code).map(({ kind }) => kind);

const fit = (code: string) => ({ verb: "fit", code, at: "2026-09-01", vehicle: "V1", province: "36" });
const hand = (code: string, at = "2026-09-28") => ({
  verb: "transfer",
  code,
  at,
  to: yard.publicId,
  province: "36",
});

describe("hand-overs", () => {
  it("[TR17] wait at the other side with the last day of the rule, and end when it tells something", async () => {
    const code = nextCode();
    await report(carMaker, fit(code));
    await report(carMaker, hand(code));
    expect(await itemsOf(yardClerk, code)).toMatchObject([
      { kind: "handover", dueOn: "2026-11-13", isOverdue: true, rule: "traceability-2026" },
    ]);
    const listed = await call(kernel.app, yardClerk.principal, listBatteries, { q: code });
    expect(listed.items).toMatchObject([{ code, isMaker: false }]);
    const { state } = listed.items[0] ?? { state: "none" };
    const narrow = async (asked: object) =>
      (await call(kernel.app, yardClerk.principal, listBatteries, asked)).items.map((item) => item.code);
    expect(await narrow({ q: code, state, product: "P" })).toEqual([code]);
    expect(await narrow({ q: code, state: "exported" })).toEqual([]);
    expect(await narrow({ q: code, product: "C" })).toEqual([]);
    expect(
      (await call(kernel.app, yardClerk.principal, listBatteries, { q: code, open: "1" })).items,
    ).toHaveLength(1);
    expect(await onDesk(here, code)).toContain("handover");
    await report(yardClerk, { verb: "retire", code, at: "2026-10-08", vehicle: "V1", province: "36" });
    expect(await itemsOf(yardClerk, code)).toEqual([]);
    expect(await onDesk(here, code)).not.toContain("handover");
  });

  it("[TR14] to a licensed body are in order when they are told, and to another they are unlicensed", async () => {
    await kernel.ownerRows(
      "insert into trace.licence (org_id, kind, from_on) values ($1, 'collect', '2020-01-01')",
      [yard.id],
    );
    const code = nextCode();
    await report(carMaker, fit(code));
    await report(carMaker, { verb: "retire", code, at: "2026-09-20", vehicle: "V1" });
    expect((await report(carMaker, hand(code))).verdict).toBe("ok");
    const other = { verb: "transfer", code, at: "2026-09-29", to: stranger.publicId };
    expect((await report(yardClerk, other)).verdict).toBe("unlicensed");
  });

  it("[TR17] run without being late until the last day is over", async () => {
    const code = nextCode();
    await report(carMaker, fit(code));
    await report(carMaker, hand(code, "2026-11-20"));
    expect(await itemsOf(yardClerk, code)).toMatchObject([{ kind: "handover", isOverdue: false }]);
    // Both sides read on the page of the battery what is open, and whose it is.
    for (const [who, isOwn] of [
      [yardClerk, true],
      [carMaker, false],
    ] as const)
      expect((await call(kernel.app, who.principal, loadBattery, { code })).items[0]).toMatchObject({
        ...{ kind: "handover", isOwn, isOverdue: false },
      });
    expect(await onDesk(here, code)).not.toContain("handover");
    const { counts } = await desk(here);
    expect(counts.find(({ kind }) => kind === "handover")?.running).toBeGreaterThan(0);
  });

  it("[TR16] [TR17] end when the giver takes them back", async () => {
    const code = nextCode();
    await report(carMaker, fit(code));
    const { hash } = await report(carMaker, hand(code));
    await report(carMaker, {
      verb: "correct",
      code,
      at: "2026-09-28",
      corrects: hash,
      reason: "did_not_occur",
    });
    expect(await itemsOf(yardClerk, code)).toEqual([]);
  });
});

describe("the regulator's desk", () => {
  it("[TR18] [TR23] holds scrapped vehicles with their battery, unlicensed legs and conflicts of its province", async () => {
    const code = nextCode();
    await report(carMaker, fit(code));
    await report(outsider, { ...fit(code), vehicle: "V2", at: "2026-09-02" });
    await report(yardClerk, { verb: "vehicle_scrap", code, at: "2026-09-05", vehicle: "V1", province: "36" });
    expect((await onDesk(here, code)).sort()).toEqual(["conflict", "conflict", "vehicle_scrap"]);
    expect(await onDesk(elsewhere, code)).toEqual([]);
    expect((await onDesk(officer, code)).length).toBe(3);
    // On the page of the battery the two sides of a conflict are one item, and its event names the other.
    const life = await call(kernel.app, outsider.principal, loadBattery, { code });
    expect(life.items.filter(({ kind }) => kind === "conflict")).toMatchObject([{ isOwn: true }]);
    expect(life.events.map(({ contradicts }) => contradicts)).toEqual([null, life.events[0]?.hash, null]);
    await report(outsider, { verb: "scrap", code, at: "2026-09-06", province: "36" });
    expect(await onDesk(here, code)).toContain("unlicensed");
    expect(await onDesk(here, code)).not.toContain("vehicle_scrap");
    expect(await codeOf(desk(carMaker))).toBe("FORBIDDEN");
  });

  it("[TR23] lists what is late first, the longest first, over all pages; then what has no day", async () => {
    const all = (await desk(officer)).items;
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await desk(officer, { limit: 2, ...(cursor && { cursor }) });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    const days = all.map(({ dueOn }) => dueOn ?? "9999");
    expect(days).toEqual([...days].sort());
    expect(days).toContain("9999");
  });

  it("[TR23] says who has most that is late, since when, and counts all that is open at it", async () => {
    for (const who of [here, elsewhere]) {
      const { items, bodies, nextCursor } = await desk(who);
      expect(nextCursor).toBeNull();
      const isLate = (item: (typeof items)[number]) => item.dueOn !== null && item.dueOn < "2026-11-24";
      for (const { publicId, late, since, open } of bodies) {
        const own = items.filter(({ holder, kind }) => holder.publicId === publicId && kind !== "disputed");
        expect([late, open]).toEqual([own.filter(isLate).length, own.length]);
        expect(since).toBe(
          own
            .filter(isLate)
            .map(({ dueOn }) => dueOn)
            .toSorted()[0] ?? null,
        );
      }
      expect(bodies.map(({ late }) => late)).toEqual(
        bodies.map(({ late }) => late).toSorted((a, b) => b - a),
      );
      expect(bodies.length).toBeGreaterThan(0);
    }
  });

  it("[TR23] opens the whole life line with its names, for batteries of its province alone", async () => {
    const [code, foreign] = [nextCode(), nextCode()];
    await report(carMaker, fit(code));
    await report(outsider, { ...fit(foreign), province: "44" });
    const life = await call(kernel.app, here.principal, loadBattery, { code });
    expect(life.events.map(({ by }) => by?.publicId)).toEqual([car.publicId]);
    expect(await codeOf(call(kernel.app, here.principal, loadBattery, { code: foreign }))).toBe("NOT_FOUND");
    expect(await codeOf(call(kernel.app, elsewhere.principal, loadBattery, { code }))).toBe("NOT_FOUND");
    const look = (province: string) => `do $$ begin
      perform set_config('trace.kind', 'reader', true), set_config('trace.province', '${province}', true);
      if exists (select 1 from trace.custody_event where code = '${code}') then raise exception 'seen'; end if; end $$`;
    expect([await asRaw(kernel, elsewhere, look("44")), await asRaw(kernel, here, look("36"))]).toEqual([
      "done",
      "P0001",
    ]);
  });

  it("[TR23] whatever happens where, a regulator's desk and items hold what is of its province and no more", async () => {
    const people = [carMaker, yardClerk, outsider];
    const anyStory = fc.array(
      fc.record({ who: fc.nat(2), province: fc.constantFrom("36", "44"), to: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(anyStory, async (story) => {
        const code = nextCode();
        for (const [at, { who, province, to }] of story.entries()) {
          const giver = people[who] as Member;
          await report(giver, {
            verb: "transfer",
            ...{ code, province, at: `2026-01-1${at}` },
            ...(to && giver !== yardClerk && { to: yard.publicId }),
          }).catch(() => undefined);
        }
        for (const [reader, own] of [
          [here, "36"],
          [elsewhere, "44"],
        ] as const)
          for (const item of (await desk(reader)).items) expect(item.province).toBe(own);
        for (const person of people)
          for (const item of await itemsOf(person, code))
            expect([person === yardClerk || item.kind !== "handover", item.code]).toEqual([true, code]);
      }),
      { numRuns: 6 },
    );
  });
});
