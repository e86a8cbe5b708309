import { beforeEach, describe, expect, it } from "vitest";
import { asRaw, createFundStage } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadApplication } from "../application/load-application.ts";
import { withdrawApplication } from "../application/write-application.ts";
import { loadCalls } from "../call/load-calls.ts";
import { declineApplication, endAward, giveAward } from "./give-award.ts";
import { loadAward } from "./load-award.ts";
import { listAwards, loadPortfolio } from "./load-portfolio.ts";
import { loadRoom } from "./load-room.ts";
import { askEarlyReview, askSpecialCheck, endPlanStage, movePlan } from "./move-plan.ts";
import { endPayment, orderPayment } from "./pay.ts";
import { rankCall } from "./rank-call.ts";

const stage = await createFundStage();
const { kernel, app, officer, second, addTorn, addCall, addLead, apply, openAndCheck, addReviewer } = stage;
const { assign, reviewAll, rankAs } = stage;
const refused = (code: string) => expect.objectContaining({ code });
const day = (text: string) => kernel.setNow(new Date(`${text}T02:00:00Z`));

beforeEach(() => kernel.ownerRows("update fund_reviewer set active = false"));

/** A call with applications that one reviewer scored, ranked as asked for. */
async function rank(count: number, given: { asked?: number; reserve?: number; call?: object } = {}) {
  const { publicId: id } = await addCall({ reviews: 1, ...given.call });
  const leads = [];
  for (let at = 0; at < count; at++) {
    const { who, body } = await addLead();
    leads.push({ who, body, publicId: await apply(who, id, { asked: given.asked ?? 400 }) });
  }
  await openAndCheck(id);
  const reviewer = await addReviewer("Reads all", { most: count });
  await assign(id);
  await reviewAll(reviewer);
  const ids = leads.map(({ publicId }) => publicId);
  const reserve = ids.splice(count - (given.reserve ?? 0));
  await rankAs(id, ids, reserve);
  return { id, leads, reserve };
}
const award = (publicId: string, amount = 400, who = officer) =>
  call(app, who.principal, giveAward, { publicId, amount, startsOn: "2026-05-01" });
const withdraw = async (who: typeof officer, publicId: string) => {
  const { application } = await call(app, who.principal, loadApplication, { publicId });
  await call(app, who.principal, withdrawApplication, { publicId, revision: application.revision });
};
const settle = async (all: Promise<unknown>[]) =>
  (await Promise.allSettled(all)).filter(({ status }) => status === "fulfilled").length;

describe("the panel", () => {
  it("[FU17] leaves one list, hashed, with recusals, and nothing is ranked twice", async () => {
    const { publicId: id } = await addCall({ reviews: 1 });
    const [one, two] = [await apply((await addLead()).who, id), await apply((await addLead()).who, id)];
    await openAndCheck(id);
    const given = {
      call: id,
      minutes: "Heard both.",
      recommended: [one],
      reserve: [],
      recusals: [{ name: "A member", application: one, reason: "Former pupil." }],
    };
    await expect(call(app, officer.principal, rankCall, given)).rejects.toMatchObject({
      faults: [{ field: "recommended", rule: "needsReason" }],
    });
    const reviewer = await addReviewer("Reads both");
    await assign(id);
    await reviewAll(reviewer, [5, 4, 3]);
    const seen = async () =>
      (await call(app, officer.principal, loadRoom, { call: id })).entries.map(({ publicId, line }) => ({
        publicId,
        line,
      }));
    const before = await seen();
    const { hash } = await call(app, officer.principal, rankCall, given);
    const { panel, entries } = await call(app, officer.principal, loadRoom, { call: id });
    expect(panel).toMatchObject({ hash, minutes: "Heard both.", recusals: [{ name: "A member" }] });
    expect(new Map(entries.map(({ publicId, state }) => [publicId, state]))).toEqual(
      new Map([
        [one, "recommended"],
        [two, "not_recommended"],
      ]),
    );
    expect(entries[0]?.line).toMatchObject({ count: 1, mean: 4.3 });
    await award(one);
    expect(await seen()).toMatchObject(before);
    await expect(
      call(app, second.principal, rankCall, { ...given, recommended: [], recusals: [] }),
    ).rejects.toEqual(refused("CONFLICT"));
    expect(await asRaw(kernel, officer, "update fund_panel set minutes = 'x'")).toBe("42501");
  });

  it("[FU17] who must stay away from one application does not rank the others", async () => {
    const { publicId: id } = await addCall();
    const { who, body } = await addLead();
    await apply(who, id);
    const torn = await addTorn(body.id);
    const ranks = () =>
      call(app, torn.principal, rankCall, {
        call: id,
        minutes: "x",
        recommended: [],
        reserve: [],
        recusals: [],
      });
    const gone = await addLead();
    await withdraw(gone.who, await apply(gone.who, id));
    await openAndCheck(id);
    await expect(ranks()).rejects.toEqual(refused("CONFLICT_OF_INTEREST"));
  });
});

describe("awards", () => {
  it("[FU18] never pass the budget, however many are given at once", async () => {
    const { id, leads } = await rank(6);
    expect(
      await settle(leads.map(({ publicId }, at) => award(publicId, 400, at % 2 ? officer : second))),
    ).toBe(2);
    const [one] = await call(app, officer.principal, loadCalls, { publicId: id });
    expect(one?.committed).toBe(800);
    const left = leads.map(({ publicId }) => publicId);
    const { entries } = await call(app, officer.principal, loadRoom, { call: id });
    const open = entries.find(({ state, publicId }) => state === "recommended" && left.includes(publicId));
    await expect(award(open?.publicId ?? "", 201)).rejects.toMatchObject({
      faults: [{ field: "amount", rule: "tooLarge", params: { max: 200 } }],
    });
    await award(open?.publicId ?? "", 200);
    expect((await call(app, officer.principal, loadCalls, { publicId: id }))[0]?.committed).toBe(1000);
  });

  it("[FU18] are for what was recommended or held, and no more than was asked", async () => {
    const { leads, reserve } = await rank(2, { reserve: 1 });
    const [first] = leads;
    await expect(award(first?.publicId ?? "", 401)).rejects.toMatchObject({ faults: [{ field: "amount" }] });
    await award(first?.publicId ?? "", 300);
    await expect(award(first?.publicId ?? "", 300)).rejects.toEqual(refused("WRONG_STATE"));
    await call(app, officer.principal, declineApplication, { publicId: reserve[0] ?? "" });
    await expect(award(reserve[0] ?? "")).rejects.toEqual(refused("WRONG_STATE"));
    const { application } = await call(
      app,
      (first ?? leads[0])?.who.principal ?? officer.principal,
      loadApplication,
      { publicId: first?.publicId ?? "" },
    );
    expect(application.state).toBe("awarded");
    expect(await asRaw(kernel, officer, "update fund_award set amount = 1")).toBe("42501");
  });
});

describe("money", () => {
  const grant = async () => {
    const { leads, id } = await rank(1);
    const { publicId } = await award(leads[0]?.publicId ?? "", 400);
    return { publicId, id, who: leads[0]?.who ?? officer };
  };
  const pay = (publicId: string, amount: number, who = officer) =>
    call(app, who.principal, orderPayment, { publicId, amount, note: "A part" });
  const paymentsOf = async (publicId: string, who = officer) =>
    (await call(app, who.principal, loadAward, { publicId })).payments;

  it("[FU18] is ordered by one officer and released by another, never above the commitment, however many ask at once", async () => {
    const { publicId } = await grant();
    expect(
      await settle(Array.from({ length: 6 }, (_, at) => pay(publicId, 150, at % 2 ? officer : second))),
    ).toBe(2);
    const [one, two] = await paymentsOf(publicId);
    const own = one?.isOwnOrder ? officer : second;
    const other = own === officer ? second : officer;
    const end = (who: typeof officer, payment: string, step: "release" | "cancel") =>
      call(app, who.principal, endPayment, { publicId: payment, step });
    await expect(end(own, one?.publicId ?? "", "release")).rejects.toEqual(refused("FORBIDDEN"));
    const raw = `update fund_payment set state = 'paid', paid_on = '2026-05-02', ended_at = now(), ended_by = '${own.personId}' where public_id = '${one?.publicId}'`;
    expect(await asRaw(kernel, own, raw)).toBe("23514");
    await end(other, one?.publicId ?? "", "release");
    await expect(end(other, one?.publicId ?? "", "cancel")).rejects.toEqual(refused("WRONG_STATE"));
    await end(officer, two?.publicId ?? "", "cancel");
    await pay(publicId, 250);
    await expect(pay(publicId, 0.01)).rejects.toMatchObject({
      faults: [{ field: "amount", rule: "tooLarge", params: { max: 0 } }],
    });
    expect(await asRaw(kernel, officer, "delete from fund_payment")).toBe("42501");
    expect(
      await asRaw(kernel, officer, `update fund_payment set amount = 1 where public_id = '${one?.publicId}'`),
    ).toBe("42501");
  });

  it("[FU18] payments are for officers and whom they pay; everybody reads the sums", async () => {
    const { publicId, who } = await grant();
    await pay(publicId, 100);
    const [one] = await paymentsOf(publicId);
    await call(app, second.principal, endPayment, { publicId: one?.publicId ?? "", step: "release" });
    expect(await paymentsOf(publicId, who)).toHaveLength(1);
    expect(await paymentsOf(publicId, (await addLead()).who)).toEqual([]);
    const open = await call(app, { kind: "anonymous" }, loadAward, { publicId });
    expect([open.payments, open.award.paid]).toEqual([[], [{ year: 2026, amount: 100 }]]);
  });

  it("[FU18] what an ended award did not pay goes back to the call", async () => {
    const { publicId, id } = await grant();
    await pay(publicId, 100);
    const [one] = await paymentsOf(publicId);
    await call(app, second.principal, endPayment, { publicId: one?.publicId ?? "", step: "release" });
    await call(app, officer.principal, endAward, { publicId, step: "terminate", reason: "The team parted." });
    expect((await call(app, officer.principal, loadCalls, { publicId: id }))[0]?.committed).toBe(100);
    await expect(pay(publicId, 1)).rejects.toEqual(refused("WRONG_STATE"));
  });

  it("[FU18] what waits to be released when an award ends stays committed until it is cancelled", async () => {
    const { publicId, id } = await grant();
    await pay(publicId, 300);
    const [one] = await paymentsOf(publicId);
    await call(app, officer.principal, endAward, { publicId, step: "close", reason: "All is reported." });
    const committed = async () =>
      (await call(app, officer.principal, loadCalls, { publicId: id }))[0]?.committed;
    expect(await committed()).toBe(300);
    await call(app, second.principal, endPayment, { publicId: one?.publicId ?? "", step: "cancel" });
    expect(await committed()).toBe(0);
    const raw = `insert into fund_payment (id, public_id, award_id, amount, note, state, ordered_by, ordered_at)
      select gen_random_uuid(), 'latepay00', id, 1, '', 'ordered', '${officer.personId}', now() from fund_award where public_id = '${publicId}'`;
    expect(await asRaw(kernel, officer, raw)).toBe("42501");
  });

  it("[FU18] an officer who must stay away from the body that is paid releases nothing to it", async () => {
    const { leads } = await rank(1);
    const { publicId } = await award(leads[0]?.publicId ?? "", 400);
    const torn = await addTorn(leads[0]?.body.id ?? "");
    await pay(publicId, 100);
    const [one] = await paymentsOf(publicId);
    await expect(
      call(app, torn.principal, endPayment, { publicId: one?.publicId ?? "", step: "release" }),
    ).rejects.toEqual(refused("WRONG_STATE"));
    expect((await paymentsOf(publicId))[0]?.state).toBe("ordered");
  });

  it("[FU20] sums money by year and class, and names what is dormant", async () => {
    const { publicId } = await grant();
    day("2027-06-01");
    const { sums, awards } = await call(app, { kind: "anonymous" }, loadPortfolio, {});
    expect(sums.dormant.find((one) => one.publicId === publicId)).toMatchObject({ amount: 400, months: 13 });
    const all = sums.years.reduce((sum, { basic }) => sum + basic.paid + basic.open, 0);
    const running = awards.reduce(
      (sum, { amount, state, paid }) =>
        sum + (state === "active" ? amount : paid.reduce((part, one) => part + one.amount, 0)),
      0,
    );
    expect(all).toBeCloseTo(running, 6);
    expect(sums.load.removed).toBeCloseTo(0.6, 9);

    // Page by page every project stands once, in one order.
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { items: { publicId: string }[]; nextCursor: string | null } = await call(
        app,
        { kind: "anonymous" },
        listAwards,
        { limit: 2, ...(cursor ? { cursor } : {}) },
      );
      pages.push(...page.items.map((one) => one.publicId));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual(awards.map((one) => one.publicId));
  });
});

describe("the plan of a project, by its verbs", () => {
  const start = async (startsOn: string, researchClass: string) => {
    const { leads } = await rank(1, { call: { researchClass } });
    const [lead] = leads;
    const { publicId } = await call(app, officer.principal, giveAward, {
      publicId: lead?.publicId ?? "",
      amount: 100,
      startsOn,
    });
    return { publicId, who: lead?.who ?? officer };
  };
  const plan = async (publicId: string) =>
    (await call(app, { kind: "anonymous" }, loadAward, { publicId })).award.plan;
  const days = async (publicId: string) => (await plan(publicId)).lines.map(({ now }) => now);

  it("[FU19] EV1, EV2: basic from 2026-09-01; 11 months are free and push the acceptance to the cap", async () => {
    const { publicId, who } = await start("2026-09-01", "basic");
    expect(await days(publicId)).toEqual(["2029-09-01", "2031-09-01", "2034-09-01"]);
    const moved = await call(app, who.principal, movePlan, {
      publicId,
      stage: "mid_term",
      to: "2030-08-01",
      reason: null,
    });
    expect(moved).toMatchObject({
      isFree: true,
      pushed: [
        { stage: "acceptance", now: "2032-02-01", why: "cap" },
        { stage: "follow_up", why: "followed" },
      ],
    });
    expect((await plan(publicId)).lines.map(({ promised }) => promised)).toEqual([
      "2029-09-01",
      "2031-09-01",
      "2034-09-01",
    ]);
    const stranger = await addLead();
    await expect(
      call(app, stranger.who.principal, movePlan, {
        publicId,
        stage: "mid_term",
        to: "2030-01-01",
        reason: "other",
      }),
    ).rejects.toEqual(refused("NOT_FOUND"));
    const event = (kind: string) =>
      `insert into fund_plan_event (award_id, position, event, by_id, at) select id, 7, '{"kind": "${kind}"}', '${who.personId}', now() from fund_award where public_id = '${publicId}'`;
    expect(await asRaw(kernel, who, event("done"))).toBe("42501");
    expect(await asRaw(kernel, stranger.who, event("move"))).toBe("42501");
  });

  it("[FU19] EV3: applied from the last of January", async () => {
    const { publicId } = await start("2026-01-31", "applied");
    expect(await days(publicId)).toEqual(["2028-01-31", "2030-01-31", "2032-01-31"]);
  });

  it("[FU19] EV5, EV6: the fund is refused without a cause, and with one looks at it alone", async () => {
    const { publicId, who } = await start("2026-09-01", "basic");
    day("2029-09-01");
    await call(app, officer.principal, endPlanStage, {
      publicId,
      stage: "mid_term",
      to: "2029-09-01",
      verdict: "passed",
      negative: false,
    });
    day("2030-07-01");
    const ask = (cause: "integrity" | null) =>
      call(app, officer.principal, askSpecialCheck, { publicId, to: "2030-07-01", cause });
    await expect(ask(null)).rejects.toMatchObject({ code: "WRONG_STATE", params: { state: "cap,noCause" } });
    const before = await plan(publicId);
    await ask("integrity");
    expect(await plan(publicId)).toEqual({ ...before, checks: [{ on: "2030-07-01", cause: "integrity" }] });
    await expect(
      call(app, who.principal, askSpecialCheck, { publicId, to: "2030-07-01", cause: "safety" }),
    ).rejects.toEqual(refused("FORBIDDEN"));
    await expect(
      call(app, who.principal, askEarlyReview, { publicId, to: "2031-02-28" }),
    ).rejects.toMatchObject({ params: { state: "cap" } });
    await call(app, who.principal, askEarlyReview, { publicId, to: "2031-03-01" });
    expect((await days(publicId))[1]).toBe("2031-03-01");
  });

  it("[FU19] two moves at once are one after the other: one is free, the other needs a reason", async () => {
    const { publicId, who } = await start("2026-09-01", "basic");
    const move = (to: string) =>
      call(app, who.principal, movePlan, { publicId, stage: "mid_term", to, reason: null });
    expect(await settle([move("2029-10-01"), move("2029-11-01"), move("2029-12-01")])).toBe(1);
    expect((await plan(publicId)).isFreeMoveLeft).toBe(false);
  });
});
