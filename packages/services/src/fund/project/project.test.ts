import { findCircle } from "@lilink/model/fund/life";
import { beforeAll, describe, expect, it } from "vitest";
import { asRaw, createFundStage, type FundProject, type TestMember } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { endAward } from "../award/give-award.ts";
import { loadAward } from "../award/load-award.ts";
import { addOutput } from "./add-output.ts";
import { addMilestone, endMilestone, rebaseline } from "./keep-milestone.ts";
import { orderMilestone } from "./order-milestone.ts";
import { tellMaturity } from "./tell-maturity.ts";

const stage = await createFundStage();
const { kernel, app, officer, addLead, startProject: start } = stage;
const refused = (code: string) => expect.objectContaining({ code });

type Project = FundProject;
type Points = { short: number; likely: number; long: number };

const plan = {
  workPackage: "1",
  title: "A cell",
  measure: "80 mAh by GB/T 31484",
  startsOn: "2026-05-01",
  dueOn: "2026-09-01",
};
const projectOf = async (publicId: string, who: TestMember) =>
  (await call(app, who.principal, loadAward, { publicId })).project;
const firstOf = async ({ publicId, who }: Project) => (await projectOf(publicId, who)).milestones[0];

describe("milestones", () => {
  let applied: Project;
  let basic: Project;
  beforeAll(async () => {
    [applied, basic] = [await start("applied"), await start("basic")];
    for (const { publicId, who } of [applied, basic])
      await call(app, who.principal, addMilestone, { publicId, ...plan });
  });

  it("[FU22] keep the days that were promised first, whoever plans anew", async () => {
    const { who } = applied;
    const { publicId: id = "" } = (await firstOf(applied)) ?? {};
    await expect(
      call(app, who.principal, rebaseline, { publicId: id, dueOn: "2026-12-01", reason: "" }),
    ).rejects.toEqual(refused("INVALID_INPUT"));
    await call(app, who.principal, rebaseline, {
      publicId: id,
      dueOn: "2026-12-01",
      reason: "The furnace is late.",
    });
    expect(await firstOf(applied)).toMatchObject({
      baselineOn: "2026-09-01",
      dueOn: "2026-12-01",
      moves: 1,
      slip: 91,
    });
    const set = (text: string) => `update fund_milestone set ${text} where public_id = '${id}'`;
    expect(await asRaw(kernel, who, set("baseline_on = '2027-01-01'"))).toBe("42501");
    expect(await asRaw(kernel, who, set("due_on = '2027-01-01'"))).toBe("42501");
    for (const other of [applied.partner, officer])
      expect(await asRaw(kernel, other, set("due_on = '2027-01-01', moves = 2, reason = 'x'"))).toBe("42501");
    await expect(
      call(app, applied.partner.principal, rebaseline, { publicId: id, dueOn: "2027-01-01", reason: "x" }),
    ).rejects.toEqual(refused("NOT_FOUND"));
  });

  it("[FU22] of applied research are confirmed from outside, of basic research by the project", async () => {
    const { who, partner } = applied;
    const { publicId: id = "" } = (await firstOf(applied)) ?? {};
    const end = (member: TestMember, step: "tell" | "confirm" | "miss" | "reopen", reason = "") =>
      call(app, member.principal, endMilestone, { publicId: id, step, reason });
    await expect(end(who, "confirm")).rejects.toEqual(refused("FORBIDDEN"));
    expect(
      await asRaw(
        kernel,
        who,
        `update fund_milestone set state = 'reached', ended_on = '2026-06-01', verified_by = '${who.personId}' where public_id = '${id}'`,
      ),
    ).toBe("42501");
    await end(who, "tell");
    await expect(end(partner, "miss", "x")).rejects.toEqual(refused("FORBIDDEN"));
    await end(officer, "reopen", "The report lacks its curves.");
    await end(who, "tell");
    await end(partner, "confirm");
    expect(await firstOf(applied)).toMatchObject({
      state: "reached",
      slip: -92,
      verifiedBy: { publicId: expect.any(String) },
    });
    await expect(end(who, "miss", "x")).rejects.toEqual(refused("WRONG_STATE"));
    const own = await firstOf(basic);
    await call(app, basic.who.principal, endMilestone, {
      publicId: own?.publicId ?? "",
      step: "confirm",
      reason: "",
    });
    expect(await firstOf(basic)).toMatchObject({ state: "reached" });
    const stranger = await addLead();
    await expect(
      call(app, stranger.who.principal, addMilestone, { publicId: applied.publicId, ...plan }),
    ).rejects.toEqual(refused("NOT_FOUND"));
  });

  it("[PJ3] that were missed are planned again by the project, and every change stays with its reason", async () => {
    const { publicId, who, partner } = await start("applied");
    await call(app, who.principal, addMilestone, { publicId, ...plan });
    const stone = async () => (await projectOf(publicId, who)).milestones[0];
    const { publicId: id = "" } = (await stone()) ?? {};
    await call(app, who.principal, endMilestone, { publicId: id, step: "miss", reason: "The cell leaked." });
    const again = (dueOn: string, reason: string, member = who) =>
      call(app, member.principal, rebaseline, { publicId: id, dueOn, reason });
    await expect(again("2027-03-01", "")).rejects.toEqual(refused("INVALID_INPUT"));
    await expect(again("2026-05-31", "Late.")).rejects.toMatchObject({
      faults: [{ field: "dueOn", rule: "dateInPast" }],
    });
    await expect(again("2027-03-01", "Late.", partner)).rejects.toEqual(refused("NOT_FOUND"));
    const raw = (set: string) => `update fund_milestone set ${set} where public_id = '${id}'`;
    expect(await asRaw(kernel, who, raw("state = 'planned', ended_on = null"))).toBe("42501");
    for (const other of [partner, officer])
      expect(
        await asRaw(
          kernel,
          other,
          raw("state = 'planned', ended_on = null, due_on = '2027-03-01', moves = 1, reason = 'x'"),
        ),
      ).toBe("42501");
    await again("2027-03-01", "A new seal is ordered.");
    expect(await stone()).toMatchObject({
      state: "planned",
      baselineOn: "2026-09-01",
      dueOn: "2027-03-01",
      endedOn: null,
      changes: [
        { kind: "missed", dueOn: "2026-09-01", reason: "The cell leaked.", on: "2026-06-01" },
        { kind: "again", dueOn: "2027-03-01", reason: "A new seal is ordered.", on: "2026-06-01" },
      ],
    });
    expect(await asRaw(kernel, who, "update fund_milestone_change set reason = 'x'")).toBe("42501");
  });

  it("[PJ1] [PJ2] [PJ4] wait for each other in no circle, and say when the project ends and how surely", async () => {
    const project = await start("applied");
    const { publicId, who, partner } = project;
    const add = async (title: string, startsOn: string, dueOn: string) => {
      await call(app, who.principal, addMilestone, { publicId, ...plan, title, startsOn, dueOn });
      const { milestones } = await projectOf(publicId, who);
      return milestones.find((one) => one.title === title)?.publicId ?? "";
    };
    const a = await add("A", "2026-06-01", "2026-08-01");
    const b = await add("B", "2026-08-01", "2026-09-01");
    const order = (id: string, after: readonly string[], points: Points | null = null, member = who) =>
      call(app, member.principal, orderMilestone, { publicId: id, after: [...after], points });
    await order(b, [a], { short: 20, likely: 40, long: 90 });
    await expect(order(a, [b])).rejects.toMatchObject({
      faults: [{ field: "after", rule: "runsInCircle", params: { way: "A → B → A" } }],
    });
    await expect(order(a, [a])).rejects.toMatchObject({ faults: [{ rule: "runsInCircle" }] });
    await expect(order(a, ["nobodys-stone"])).rejects.toMatchObject({
      faults: [{ field: "after", rule: "notInList" }],
    });
    await expect(order(b, [a], { short: 20, likely: 10, long: 90 })).rejects.toMatchObject({
      faults: [{ field: "points.likely", rule: "rangeReversed" }],
    });
    await expect(order(b, [], null, partner)).rejects.toEqual(refused("NOT_FOUND"));
    const link = (from: string, to: string) =>
      `insert into fund_milestone_after select m.id, b.id from fund_milestone m, fund_milestone b where m.public_id = '${from}' and b.public_id = '${to}'`;
    expect(await asRaw(kernel, who, link(a, b))).toBe("23514");
    const stranger = (await start("basic")).who;
    expect(await asRaw(kernel, stranger, link(b, a))).toBe("42501");
    for (const other of [partner, officer])
      expect(
        await asRaw(
          kernel,
          other,
          "update fund_milestone set short_days = 1, likely_days = 1, long_days = 1",
        ),
      ).toBe("42501");

    await call(app, who.principal, rebaseline, { publicId: a, dueOn: "2026-08-11", reason: "Late." });
    const found = await projectOf(publicId, officer);
    expect(found.milestones.find(({ title }) => title === "B")).toMatchObject({
      after: [a],
      points: { short: 20, likely: 40, long: 90 },
    });
    expect(found.path).toMatchObject({ endOn: "2026-09-11", holds: [a, b] });
    expect(found.forecast).toMatchObject({ draws: 2000, inTime: 1, bases: { points: 1, plan: 1 } });
    expect((await projectOf(publicId, partner)).forecast).toEqual(found.forecast);
    const both = await Promise.allSettled([order(b, []), order(a, [b])]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(
      findCircle((await projectOf(publicId, who)).milestones.map((one) => ({ ...one, id: one.publicId }))),
    ).toBeNull();
  });

  it("[FU22] of a grant that ended stand as they stood", async () => {
    const ended = await start("basic");
    await call(app, ended.who.principal, addMilestone, { publicId: ended.publicId, ...plan });
    await call(app, officer.principal, endAward, {
      publicId: ended.publicId,
      step: "terminate",
      reason: "The team parted.",
    });
    const { publicId = "" } = (await firstOf(ended)) ?? {};
    await expect(
      call(app, ended.who.principal, endMilestone, { publicId, step: "confirm", reason: "" }),
    ).rejects.toEqual(refused("WRONG_STATE"));
    expect(await firstOf(ended)).toMatchObject({ state: "planned" });
  });

  it("[FU22] do not end before they begin, nor begin before the project", async () => {
    const { publicId, who } = applied;
    const add = (days: object) => call(app, who.principal, addMilestone, { publicId, ...plan, ...days });
    await expect(add({ dueOn: "2026-04-30" })).rejects.toMatchObject({
      faults: [{ field: "dueOn", rule: "endBeforeStart" }],
    });
    await expect(add({ startsOn: "2026-04-30" })).rejects.toMatchObject({ faults: [{ field: "startsOn" }] });
  });

  it("[FU23] an output of two projects is shared between them, and credited once", async () => {
    const tell = ({ publicId, who }: Project, identifier: string, share: number) =>
      call(app, who.principal, addOutput, {
        publicId,
        kind: "paper",
        title: "A paper",
        identifier,
        madeOn: "2026-05-20",
        share,
        contributors: [],
      });
    await tell(applied, "10.1000/ABC", 60);
    await expect(tell(applied, "doi:10.1000/abc", 10)).rejects.toMatchObject({
      faults: [{ field: "identifier", rule: "duplicate" }],
    });
    await expect(tell(basic, "https://doi.org/10.1000/abc", 50)).rejects.toMatchObject({
      faults: [{ field: "share", rule: "tooLarge", params: { max: 40 } }],
    });
    await tell(basic, "https://doi.org/10.1000/abc", 40);
    const shares = Array.from({ length: 3 }, () => tell(basic, "10.1000/x", 100));
    expect((await Promise.allSettled(shares)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await projectOf(basic.publicId, officer)).outputs).toHaveLength(2);
  });
});

describe("readiness and credit", () => {
  const own = { title: "Binders of silicon anodes" };
  let project: Project;
  beforeAll(async () => {
    project = await start("development", own);
  });

  it("[FU24] a step has its evidence and day, stays as it was told, and asks why TRL rises by three", async () => {
    const { publicId, who, partner } = project;
    const step = {
      publicId,
      rung: "lab",
      trl: 3,
      reachedOn: "2026-05-02",
      evidence: "A cell, report 3",
      reason: "",
    } as const;
    await call(app, who.principal, tellMaturity, step);
    const later = { ...step, reachedOn: "2026-05-20" };
    await expect(
      call(app, who.principal, tellMaturity, { ...later, rung: "pilot", trl: 6 }),
    ).rejects.toMatchObject({
      faults: [{ field: "reason", rule: "stepNeedsReason" }],
    });
    await expect(call(app, who.principal, tellMaturity, { ...later, evidence: " " })).rejects.toMatchObject({
      faults: [{ field: "evidence" }],
    });
    await expect(
      call(app, who.principal, tellMaturity, { ...later, reachedOn: "2026-06-02" }),
    ).rejects.toMatchObject({
      faults: [{ field: "reachedOn", rule: "dateTooFar" }],
    });
    await call(app, who.principal, tellMaturity, {
      ...later,
      rung: "pilot",
      trl: 6,
      reason: "A line was bought.",
    });
    await expect(call(app, partner.principal, tellMaturity, later)).rejects.toEqual(refused("NOT_FOUND"));
    expect(await asRaw(kernel, who, "update fund_maturity set trl = 9")).toBe("42501");
    expect((await projectOf(publicId, partner)).maturity).toMatchObject([
      { rung: "lab", trl: 3, evidence: "A cell, report 3" },
      { rung: "pilot", trl: 6, reason: "A line was bought." },
    ]);
  });

  it("[FU25] credit of an output is shared in whole, by roles, whatever statement tells it", async () => {
    const { publicId, who } = project;
    const tell = (shares: readonly number[]) =>
      call(app, who.principal, addOutput, {
        publicId,
        kind: "paper",
        title: "A paper",
        identifier: "10.1000/credit",
        madeOn: "2026-05-20",
        share: 50,
        contributors: shares.map((share, at) => ({
          name: `Person ${at}`,
          roles: ["validation" as const],
          share,
        })),
      });
    await expect(tell([60, 30])).rejects.toMatchObject({
      faults: [{ field: "contributors", rule: "sharesNotWhole" }],
    });
    await tell([60, 40]);
    expect((await projectOf(publicId, who)).outputs[0]?.contributors).toEqual([
      { name: "Person 0", roles: ["validation"], share: 60 },
      { name: "Person 1", roles: ["validation"], share: 40 },
    ]);
    const raw = `insert into fund_contributor (output_id, position, name, roles, share) select id, 9, 'Guest', '{}', 10 from fund_output where identifier = '10.1000/credit'`;
    expect(await asRaw(kernel, who, raw)).toBe("23514");
    expect(await asRaw(kernel, project.partner, raw)).toBe("42501");
  });

  it("[FU26] the same paper in two projects and the same effort are told on both", async () => {
    const other = await start("development", own);
    await call(app, other.who.principal, addOutput, {
      publicId: other.publicId,
      kind: "paper",
      title: "A paper",
      identifier: "https://doi.org/10.1000/CREDIT",
      madeOn: "2026-05-20",
      share: 50,
      contributors: [],
    });
    const [one, two] = [await projectOf(project.publicId, officer), await projectOf(other.publicId, officer)];
    expect(one.outputs[0]?.also).toMatchObject([{ publicId: other.publicId, share: 50 }]);
    expect(two.outputs[0]?.also).toMatchObject([{ publicId: project.publicId, share: 50 }]);
    const { alike } = await call(app, officer.principal, loadAward, { publicId: other.publicId });
    expect(alike.map(({ publicId }) => publicId)).toEqual([project.publicId]);
  });
});
