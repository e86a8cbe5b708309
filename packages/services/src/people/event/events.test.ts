import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { addOrganization, asRaw, codeOf, createEventStage, type Firm } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { withdrawFromEvent } from "./attend-event.ts";
import { checkIn, missGuest } from "./check-in.ts";
import { listAttendedEvents } from "./list-attended.ts";
import { loadEventDay } from "./load-day.ts";
import { loadEvent } from "./load-event.ts";
import { loadEventYield } from "./load-yield.ts";
import { askPlan, publishPlan } from "./plan-event.ts";
import { repairPlan, tryRepair } from "./repair-event.ts";
import { sayInterest } from "./say-interest.ts";
import { tellOutcome } from "./tell-outcome.ts";

const { kernel, app, officer, calledOn, addFirm, announce, step, attend, want, drawUp, board, dayOf } =
  await createEventStage();

describe("an event from its call to its yield", async () => {
  const [a, b, c, d] = [await addFirm(), await addFirm(), await addFirm(), await addFirm()] as const;
  const publicId = await announce();
  for (const firm of [a, b, c, d]) await attend(firm, publicId);

  it("[EV2] takes people that the hall has room and hours for, and no others", async () => {
    const long = { delegates: [{ name: "Wu", topics: [], languages: ["zh"], slots: [9] }] };
    expect(await codeOf(attend(a, publicId, long))).toBe("INVALID_INPUT");
    const strange = { delegates: [{ name: "Wu", topics: ["no-such"], languages: ["zh"] }] };
    expect(await codeOf(attend(a, publicId, strange))).toBe("INVALID_INPUT");
    const small = await announce({ capacity: 2 });
    expect(await codeOf(attend(a, small, { most: 5 }))).toBe("INVALID_INPUT");
    await attend(a, small);
    await attend(b, small);
    expect(await codeOf(attend(c, small))).toBe("LIMIT_REACHED");
    expect(await codeOf(attend(a, small))).toBe("done");
    await call(app, b.member.principal, withdrawFromEvent, { publicId: small });
    const attended = async (firm: Firm) =>
      (await call(app, firm.member.principal, listAttendedEvents, {})).toSorted();
    expect([await attended(a), await attended(b), await attended(await addFirm())]).toEqual([
      [publicId, small].toSorted(),
      [publicId],
      [],
    ]);
    expect(await codeOf(attend(c, small))).toBe("done");
  });

  it("[EV3] refuses interest in oneself or the own group, and more names than the quota", async () => {
    const family = app.newId();
    const kin = await addFirm();
    await kernel.ownerRows(
      "insert into organization_group (id, public_id, name, created_at) values ($1, $2, 'family', now()) on conflict do nothing",
      [family, app.newPublicId()],
    );
    await kernel.ownerRows("update organization_profile set group_id = $1 where organization_id = any ($2)", [
      family,
      [a.body.id, kin.body.id],
    ]);
    await attend(kin, publicId);
    const [row] = await kernel.ownerRows<{ public_id: string }>(
      "select public_id from event_guest where org_id = $1",
      [kin.body.id],
    );
    const towards = row?.public_id ?? "";
    expect(await codeOf(call(app, a.member.principal, sayInterest, { publicId, towards, strength: 3 }))).toBe(
      "INVALID_INPUT",
    );
    await attend(a, publicId, { most: 1 });
    await want(publicId, a, b);
    await want(publicId, a, c);
    expect(await codeOf(want(publicId, a, d))).toBe("LIMIT_REACHED");
    expect(await codeOf(attend(a, publicId, { most: 4 }))).toBe("done");
    await want(publicId, a, d);
    expect(await codeOf(attend(a, publicId, { most: 1 }))).toBe("INVALID_INPUT");
  });

  it("[EV3] [EV8] makes meetings of what is mutual, and tells nothing before the timetable is published", async () => {
    await want(publicId, b, a, 1);
    await want(publicId, c, a, 3);
    await want(publicId, b, c, 2);
    await want(publicId, c, b, 2);
    expect(await codeOf(call(app, officer.principal, askPlan, { publicId }))).toBe("WRONG_STATE");
    await step(publicId, "close");
    expect(await codeOf(want(publicId, d, a))).toBe("WRONG_STATE");
    const version = await drawUp(publicId);
    expect((await dayOf(a, publicId)).meetings).toEqual([]);
    const seen = await board(publicId);
    expect(seen.seats).toHaveLength(3);
    expect(seen.versions[0]?.figures).toMatchObject({
      placed: 3,
      most: 3,
      proven: true,
      served: 3,
      wanted: 3,
    });
    expect(seen.faults).toEqual([]);
    await call(app, officer.principal, publishPlan, { publicId, version });
    expect((await dayOf(a, publicId)).meetings).toHaveLength(2);
    expect((await dayOf(a, publicId)).meetings[0]).toMatchObject({ person: "Li", ownPerson: "Li" });
    expect((await dayOf(d, publicId)).meetings).toEqual([]);
    const notes = await kernel.ownerRows<{ n: number }>(
      "select count(*)::int as n from outbox where name = 'notice.deliver' and payload ->> 'kind' = 'event.published'",
      [],
    );
    expect(notes[0]?.n).toBe(3);
  });

  it("[EV1] [EV9] [EV10] a no-show on the day is repaired with the fewest moves, and only those concerned are told", async () => {
    // It does not run before its first day in Beijing.
    kernel.setNow(new Date("2026-11-30T15:59:00Z"));
    expect(await codeOf(step(publicId, "start"))).toBe("INVALID_INPUT");
    kernel.setNow(new Date("2026-12-01T00:30:00Z"));
    await step(publicId, "start");
    const { code } = await dayOf(a, publicId);
    expect(await codeOf(call(app, officer.principal, checkIn, { publicId, code: "ZZZZZZ" }))).toBe(
      "INVALID_INPUT",
    );
    expect(await call(app, officer.principal, checkIn, { publicId, code: code ?? "" })).toMatchObject({
      isNew: true,
    });
    expect(await call(app, officer.principal, checkIn, { publicId, code: code ?? "" })).toMatchObject({
      isNew: false,
    });
    const c1 = (await dayOf(c, publicId)).code ?? "";
    await call(app, officer.principal, checkIn, { publicId, code: c1 });
    const absent =
      (await board(publicId)).guests.find(({ nameZh }) => nameZh === b.body.name)?.publicId ?? "";
    const tried = await call(app, officer.principal, tryRepair, { publicId, absent: [absent] });
    expect(tried).toMatchObject({ moved: [], fewest: true, placed: 1 });
    expect(tried.cancelled).toHaveLength(2);
    await call(app, officer.principal, missGuest, { publicId, guest: absent });
    const { version } = await call(app, officer.principal, repairPlan, { publicId });
    expect((await dayOf(a, publicId)).meetings).toHaveLength(2);
    await call(app, officer.principal, publishPlan, { publicId, version });
    expect((await dayOf(a, publicId)).meetings).toHaveLength(1);
    expect(await codeOf(call(app, officer.principal, publishPlan, { publicId, version: 1 }))).toBe(
      "NOT_FOUND",
    );
    const told = await kernel.ownerRows<{ org: string }>(
      "select payload ->> 'organizationId' as org from outbox where name = 'notice.deliver' and payload ->> 'kind' = 'event.changed'",
      [],
    );
    expect(told.map(({ org }) => org).toSorted()).toEqual([a.body.id, b.body.id, c.body.id].toSorted());
  });

  it("[EV9] a table that breaks costs a move, and a table that is not there is refused", async () => {
    const { seats } = await board(publicId);
    const closed = [(seats[0]?.table ?? 0) + 1];
    const tried = await call(app, officer.principal, tryRepair, { publicId, closed });
    expect([tried.moved.length, tried.cancelled, tried.fewest]).toEqual([1, [], true]);
    expect(await codeOf(call(app, officer.principal, tryRepair, { publicId, closed: [9] }))).toBe(
      "INVALID_INPUT",
    );
  });

  it("[EV9] a table that was closed stays closed when another repair follows", async () => {
    const closedOf = async () => (await board(publicId)).versions[0]?.closed;
    const repair = async (given: object) => {
      const { version } = await call(app, officer.principal, repairPlan, { publicId, ...given } as never);
      await call(app, officer.principal, publishPlan, { publicId, version });
    };
    await repair({ closed: [2] });
    await repair({ closed: [1] });
    expect(await closedOf()).toEqual([1, 2]);
    await repair({});
    expect(await closedOf()).toEqual([1, 2]);
    expect((await board(publicId)).seats.map(({ table }) => table)).toEqual([2]);
  });

  it("[EV11] a step counts in the ledger once both sides tell it, and no sooner than its day", async () => {
    const [meeting] = (await dayOf(a, publicId)).meetings;
    const tell = ({ member }: Firm, afterDays: 1 | 30 | 90, outcome: "trial" | "irrelevant" | "contract") =>
      call(app, member.principal, tellOutcome, { meeting: meeting?.publicId ?? "", afterDays, outcome });
    expect(await codeOf(tell(a, 1, "trial"))).toBe("INVALID_INPUT");
    await step(publicId, "finish");
    kernel.setNow(new Date("2026-12-03T02:00:00Z"));
    expect((await dayOf(a, publicId)).meetings[0]?.due).toEqual([1]);
    expect(await codeOf(tell(a, 30, "trial"))).toBe("INVALID_INPUT");
    expect(await codeOf(tell(b, 1, "trial"))).toBe("NOT_FOUND");
    expect(await codeOf(tell(a, 1, "irrelevant"))).toBe("INVALID_INPUT");
    expect(await tell(a, 1, "trial")).toMatchObject({ agreed: false });
    expect((await dayOf(c, publicId)).meetings[0]?.steps).toEqual([
      { step: "trial", state: "proposed", own: false },
    ]);
    expect(await tell(c, 1, "trial")).toMatchObject({ agreed: true });
    const [entry] = await kernel.ownerRows<{ state: string; step: string }>(
      "select state, step from ledger_entry where event_meeting_id is not null",
      [],
    );
    expect(entry).toEqual({ state: "confirmed", step: "trial" });
  });

  it("[EV12] the yield tells sums alone, and what is too little to compare says so", async () => {
    const told = await call(app, officer.principal, loadEventYield, { publicId });
    expect(told).toMatchObject({
      placed: 1,
      held: 1,
      came: 2,
      withStep: null,
      online: null,
      told: 2,
    });
    const stranger = await addFirm();
    expect(await codeOf(call(app, stranger.member.principal, loadEventYield, { publicId }))).toBe(
      "FORBIDDEN",
    );
  });

  it("[EV12] tells steps from five meetings on", async () => {
    const [meeting] = await kernel.ownerRows<{ event_id: string; first_id: string }>(
      "select event_id, first_id from event_meeting where id in (select event_meeting_id from ledger_entry) limit 1",
      [],
    );
    const addStep = async () => {
      const [id, partner] = [app.newId(), await addOrganization(kernel)];
      const sides = [meeting?.first_id, partner.id].toSorted();
      await kernel.ownerRows("insert into event_meeting values ($1, $2, $3, $4, $5, 1, now())", [
        ...[id, app.newPublicId(), meeting?.event_id, ...sides],
      ]);
      await kernel.ownerRows(
        `insert into ledger_entry (id, public_id, event_meeting_id, step, state, proposed_side, occurred_on, created_at)
          values ($1, $2, $3, 'nda', 'confirmed', 'asking', '2026-12-02', now())`,
        [app.newId(), app.newPublicId(), id],
      );
    };
    const told = async () => (await call(app, officer.principal, loadEventYield, { publicId })).withStep;
    for (const _ of [1, 2, 3]) await addStep();
    expect(await told()).toBeNull();
    await addStep();
    expect(await told()).toBe(5);
  });
});

describe("the walls of interest", async () => {
  beforeAll(() => kernel.setNow(calledOn));
  const firms = await Promise.all(Array.from({ length: 5 }, () => addFirm()));
  const [me, full, declining, rival, fourth] = firms as [Firm, Firm, Firm, Firm, Firm];

  /** Everything that a firm can read of an event, before and after, as one text without ids and hours. */
  async function seenBy({ member }: Firm, publicId: string): Promise<string> {
    const { own: _own, ...seen } = await call(app, member.principal, loadEvent, { publicId });
    const day = await call(app, member.principal, loadEventDay, { publicId });
    const strip = (value: unknown) =>
      JSON.stringify(value, (key, one) =>
        key === "publicId" || key === "code" || key.startsWith("title") ? undefined : one,
      );
    return strip([seen, day.meetings]);
  }

  it("[EV3] a full partner and a declining one look alike, whatever rivals want", async () => {
    const wishes = fc.record({
      /** Whether the partner says yes and is full, or says no. */
      says: fc.boolean(),
      rivals: fc.subarray([
        [rival, full],
        [rival, declining],
        [fourth, full],
        [full, rival],
        [full, fourth],
        [rival, me],
      ] as [Firm, Firm][]),
    });
    const base = await announce({ tables: 1, slots: 1, breakAfter: null });
    for (const firm of firms) await attend(firm, base);
    await want(base, me, full);
    await want(base, me, declining);
    const quiet = await seenBy(me, base);
    await fc.assert(
      fc.asyncProperty(wishes, async ({ says, rivals }) => {
        const publicId = await announce({ tables: 1, slots: 1, breakAfter: null });
        for (const firm of firms) await attend(firm, publicId);
        for (const [from, to] of rivals) await want(publicId, from, to);
        if (says) await want(publicId, full, me, 1);
        const answers = [await want(publicId, me, full), await want(publicId, me, declining)];
        expect(answers.map(({ left }) => left)).toEqual([7, 6]);
        expect(await seenBy(me, publicId)).toBe(quiet);
        await step(publicId, "close");
        // The one seat of the hall is another pair's: what is mutual and has no seat is not told.
        const version = await drawUp(publicId);
        const { seats } = await board(publicId);
        const isMine = seats.some(({ sides }) => sides.some(({ nameZh }) => nameZh === me.body.name));
        await call(app, officer.principal, publishPlan, { publicId, version });
        const { meetings } = await dayOf(me, publicId);
        expect(meetings.length).toBe(isMine ? 1 : 0);
        const after = await call(app, me.member.principal, loadEvent, { publicId });
        expect(after.others.filter(({ strength }) => strength !== null)).toHaveLength(2);
        expect(JSON.stringify(after)).not.toContain("unseated");
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it("[EV3] nobody else reads interest: not the partner, not the host, not on a bare connection", async () => {
    const publicId = await announce();
    for (const firm of firms) await attend(firm, publicId);
    await want(publicId, me, full);
    for (const who of [full.member, rival.member, officer]) {
      expect(await asRaw(kernel, who, "select 1 from event_interest where org_id <> app.org()")).toBe(
        "nothing",
      );
    }
    expect(await asRaw(kernel, me.member, "select 1 from event_interest where strength = 3")).toBe("done");
    for (const who of [full.member, officer])
      expect(await asRaw(kernel, who, "select 1 from event_outcome")).toBe("nothing");
    expect(await asRaw(kernel, rival.member, "select 1 from event_badge where org_id <> app.org()")).toBe(
      "nothing",
    );
    expect(await asRaw(kernel, rival.member, "select 1 from event_plan")).toBe("nothing");
  });
});
