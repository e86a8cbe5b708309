import { duty, introduction, outbox, returnForm } from "@lilink/db/schema";
import { addWorkingDays, endOfShanghaiDay } from "@lilink/model/calendar";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
} from "../../../testing/index.ts";
import { acceptIntroduction } from "../../exchange/introduction/answer.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { tickIntroductions } from "../../exchange/introduction/tick.ts";
import { listReturnQueue } from "../../figures/return/list-queue.ts";
import { listRounds } from "../../figures/return/list-rounds.ts";
import { moveDue } from "../../figures/return/move-due.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadDesk } from "../desk/load.ts";
import { callMeeting } from "../meeting/call-meeting.ts";
import { endDecision, recordDecision, withdrawDecision } from "../meeting/decide.ts";
import { editDecision } from "../meeting/edit-decision.ts";
import { holdMeeting } from "../meeting/keep-meeting.ts";
import { decideReport } from "../report/decide-report.ts";
import { fileReport } from "../report/file-report.ts";
import { tickDuties } from "./tick-duties.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
const { app, owner } = kernel;
const { secretariat, officer, second } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"], name: "被问公司" });
const filer = await addMember(kernel, firm);
const delegate = await addMember(kernel, firm, { duties: ["delegate"] });
const asker = await addMember(kernel, await addOrganization(kernel, { name: "询问公司" }));
await adoptDefinitions(kernel);

const tick = () => callJob(kernel.worker, { id: app.newId(), name: "duty.tick" }, tickDuties, {});
const dutiesOf = (subjectId: string) => owner.select().from(duty).where(eq(duty.subjectId, subjectId));
const deskOf = async (who: { principal: Parameters<typeof call>[1] }) =>
  (await call(app, who.principal, loadDesk, {})).items;
const toldOf = async (causeKey: string) =>
  (await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(({ payload }) =>
    String(payload.causeKey).startsWith(causeKey),
  );
const ask = async () => {
  const posting = await addPosting(kernel, filer, "capability");
  const made = await call(app, asker.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "quote",
    message: "Please quote for one year.",
  });
  return { ...made, posting };
};

beforeEach(() => kernel.setNow(start));

describe("the duty to answer", () => {
  it("[DU2] is the asked side's, names nobody, and the asker and the secretariat see none of it", async () => {
    const made = await ask();
    expect(await dutiesOf(made.id)).toMatchObject([
      { kind: "answer", holderId: firm.id, published: false, dueAt: made.dueAt, endedAt: null },
    ]);
    expect(JSON.stringify(await dutiesOf(made.id))).not.toContain("询问公司");
    const look = `select 1 from duty where subject_id = '${made.id}'`;
    expect(await asRaw(kernel, filer, look)).toBe("done");
    for (const who of [asker, officer]) expect(await asRaw(kernel, who, look)).toBe("nothing");
  });

  it("[DU1] ends with the answer, in its transaction", async () => {
    const made = await ask();
    kernel.setNow(new Date("2026-11-25T02:00:00Z"));
    await call(app, filer.principal, acceptIntroduction, { publicId: made.publicId });
    expect(await dutiesOf(made.id)).toMatchObject([
      { endedAt: new Date("2026-11-25T02:00:00Z"), endedBy: "introduction.accept" },
    ]);
  });

  it("[DU1] ends when the interest expires, and nobody gets an overdue notice", async () => {
    const made = await ask();
    kernel.setNow(new Date(made.dueAt.getTime() + 1));
    await tick();
    await callJob(kernel.worker, { id: app.newId(), name: "introduction.tick" }, tickIntroductions, {});
    expect(await dutiesOf(made.id)).toMatchObject([
      { endedAt: made.dueAt, endedBy: "introduction.expire", overdueAt: null },
    ]);
    const [row] = await owner.select().from(introduction).where(eq(introduction.id, made.id));
    expect(row?.state).toBe("expired");
  });
});

describe("the duty to file", () => {
  it("[DU1] every organization of a round owes its sheets by the round's day, and a moved day moves it", async () => {
    kernel.setNow(new Date("2026-10-08T02:00:00Z"));
    const round = await openTestRound(kernel, officer, "2026Q3");
    const form = await round.formOf(firm, "smelting.quarterly");
    expect(await dutiesOf(form.id)).toMatchObject([{ kind: "file", holderId: firm.id, dueAt: round.dueAt }]);
    const { dueAt } = await call(app, officer.principal, moveDue, { round: round.publicId, workingDays: 20 });
    expect(await dutiesOf(form.id)).toMatchObject([{ dueAt, endedAt: null }]);
    expect((await deskOf(filer)).filter(({ kind }) => kind === "return")).toMatchObject([{ due: dueAt }]);
    expect((await deskOf(delegate)).filter(({ kind }) => kind === "return")).toEqual([]);
  });

  it("[DU3] sends one warning, one overdue notice, then one notice to the secretariat, however many workers tick", async () => {
    const [owed] = await owner.select().from(duty).where(eq(duty.subjectKind, "return_form"));
    const key = `${owed?.holderId}:`;
    if (!owed) throw new Error("no return is owed");
    const stepTo = async (now: Date) => {
      kernel.setNow(now);
      await Promise.all([tick(), tick(), tick()]);
      await tick();
    };
    await stepTo(new Date(owed.dueAt.getTime() - 86_400_000));
    expect((await toldOf(key)).map(({ payload }) => payload.kind)).toEqual(["duty.due"]);
    await stepTo(new Date(owed.dueAt.getTime() + 1));
    expect((await toldOf(key)).map(({ payload }) => payload.kind)).toEqual(["duty.due", "duty.overdue"]);
    expect((await deskOf(officer)).filter(({ kind }) => kind === "lateReturn")).toEqual([]);
    await stepTo(new Date(addWorkingDays(owed.dueAt, 5).getTime() + 1));
    const told = await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
    expect(told.filter(({ payload }) => payload.kind === "duty.escalated")).toHaveLength(1);
    const overdue = await call(app, officer.principal, listReturnQueue, { state: "overdue" });
    const { rounds } = await call(app, officer.principal, listRounds, {});
    const counted = rounds.flatMap(({ counts }) => counts).reduce((sum, one) => sum + one.overdue, 0);
    expect(counted).toBe(overdue.items.length);
    expect(overdue.items).toContainEqual(
      expect.objectContaining({
        organization: expect.objectContaining({ nameZh: firm.name }),
        dueAt: owed.dueAt,
      }),
    );
    expect((await deskOf(officer)).filter(({ kind }) => kind === "lateReturn")).toMatchObject([
      { path: "/review/returns?state=overdue", due: owed.dueAt, count: overdue.items.length },
    ]);
  });
});

describe("what others left undone", () => {
  it("[DU4], [RT4] counts a return that came and was queried apart from those that never came", async () => {
    const late = async (kind: string) =>
      (await deskOf(officer)).find((item) => item.kind === kind)?.count ?? 0;
    kernel.setNow(new Date("2026-11-24T02:00:00Z"));
    await tick();
    const never = await late("lateReturn");
    const [owed] = await owner
      .select()
      .from(duty)
      .where(and(eq(duty.kind, "file"), eq(duty.holderId, firm.id)));
    await owner
      .update(returnForm)
      .set({ state: "queried", submittedAt: start, late: true, updatedAt: start })
      .where(eq(returnForm.id, owed?.subjectId ?? ""));
    expect([await late("lateReturn"), await late("lateMend")]).toEqual([never - 1, 0]);
    kernel.setNow(addWorkingDays(start, 16));
    await tick();
    expect([await late("lateReturn"), await late("lateMend")]).toEqual([never - 1, 1]);
    const { items } = await call(app, officer.principal, listReturnQueue, { state: "overdue", limit: 100 });
    expect(items).toHaveLength(never - 1);
  });
});

describe("the clock of duties", () => {
  const add = async (ids: string, dueAt: Date, told: Date | null) => {
    const rows = await kernel.ownerRows<{ id: string }>(
      `insert into duty (id, kind, subject_kind, subject_id, path, title_zh, title_en, holder_id, started_at, due_at, warned_at, overdue_at)
       select gen_random_uuid(), 'file', 'return_form', gen_random_uuid(), '/', 'x', 'x', $1, $2::timestamptz, $2::timestamptz, $3::timestamptz, $3::timestamptz
       from generate_series(1, ${ids}) returning id`,
      [firm.id, dueAt.toISOString(), told?.toISOString() ?? null],
    );
    return rows.map(({ id }) => id);
  };
  const overdueAt = async (id = "") => (await owner.select().from(duty).where(eq(duty.id, id)))[0]?.overdueAt;
  const before = (hours: number) => new Date(start.getTime() - hours * 3_600_000);

  it("[DU3] tells what is overdue however many others are overdue longer and told already", async () => {
    await add("2001", before(20), before(19));
    const [id] = await add("1", before(1), null);
    await tick();
    expect(await overdueAt(id)).toEqual(start);
  });

  it("[DU3] [TR71] reminds 60, 30 and 7 days before evidence ends, once each, however many workers tick", async () => {
    const dueAt = new Date(start.getTime() + 70 * 86_400_000);
    const [{ id } = { id: "" }] = await kernel.ownerRows<{ id: string }>(
      `insert into duty (id, kind, subject_kind, subject_id, path, title_zh, title_en, holder_id, started_at, due_at)
       values (gen_random_uuid(), 'renew', 'conformityClaim', gen_random_uuid(), '/', 'x', 'x', $1, $2::timestamptz, $3::timestamptz) returning id`,
      [firm.id, start.toISOString(), dueAt.toISOString()],
    );
    const told: number[] = [];
    for (const daysBefore of [61, 60, 59, 30, 29, 7, 1]) {
      kernel.setNow(new Date(dueAt.getTime() - daysBefore * 86_400_000));
      await Promise.all([tick(), tick()]);
      await tick();
      told.push(new Set((await toldOf(id)).map(({ payload }) => payload.causeKey)).size);
    }
    expect(told).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect((await toldOf(id)).length).toBe(3);
  });

  it("[DU3] tells the secretariat again of a duty that is overdue once more after its day was moved", async () => {
    const [id = ""] = await add("1", before(24 * 30), null);
    await tick();
    await owner
      .update(duty)
      .set({ dueAt: before(24 * 15), warnedAt: null, overdueAt: null, escalatedAt: null })
      .where(eq(duty.id, id));
    await tick();
    const told = (await toldOf(id)).filter(({ payload }) => payload.kind === "duty.escalated");
    expect(new Set(told.map(({ payload }) => payload.causeKey)).size).toBe(2);
  });

  it("[DU3] tells nothing of a duty whose day moves while the clock runs", async () => {
    const [id] = await add("1", before(2), null);
    const client = await kernel.worker.pool.connect();
    try {
      await client.query("begin");
      await client.query("update duty set due_at = $2 where id = $1", [id, new Date("2027-01-04T02:00:00Z")]);
      const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
      const ticking = tick();
      const blocked = () =>
        kernel.ownerRows("select 1 from pg_locks where not granted and $1 = any (pg_blocking_pids(pid))", [
          rows[0]?.pid,
        ]);
      await expect.poll(blocked, { timeout: 10_000 }).toHaveLength(1);
      await client.query("commit");
      await ticking;
    } finally {
      client.release();
    }
    expect(await overdueAt(id)).toBeNull();
  });
});

describe("the duty to carry out a decision", () => {
  it("[DU1] follows its day and ends when it is done or withdrawn", async () => {
    const { publicId } = await call(app, officer.principal, callMeeting, {
      title: "2026Q3",
      heldAt: app.clock(),
      goals: ["G25-17"],
      seats: [],
    });
    await call(app, officer.principal, holdMeeting, { publicId });
    const decide = () =>
      call(app, officer.principal, recordDecision, {
        publicId,
        position: 1,
        text: "Report the recovery rate.",
        owner: firm.publicId,
        dueOn: "2026-12-10",
      });
    const [done, withdrawn] = [await decide(), await decide()];
    expect(await dutiesOf(done.id)).toMatchObject([
      {
        kind: "carryOut",
        holderId: firm.id,
        dueAt: endOfShanghaiDay("2026-12-10"),
        path: "/meetings#decisions",
      },
    ]);
    await call(app, officer.principal, editDecision, {
      publicId: done.publicId,
      version: 1,
      text: "Report both rates.",
      dueOn: "2026-12-20",
    });
    expect(await dutiesOf(done.id)).toMatchObject([
      { dueAt: endOfShanghaiDay("2026-12-20"), titleEn: "Report both rates." },
    ]);
    await call(app, filer.principal, endDecision, { publicId: done.publicId, note: "Sent." });
    await call(app, officer.principal, withdrawDecision, {
      publicId: withdrawn.publicId,
      reason: "Decided twice.",
    });
    expect(await dutiesOf(done.id)).toMatchObject([{ endedBy: "meeting.endDecision", endedAt: start }]);
    expect(await dutiesOf(withdrawn.id)).toMatchObject([{ endedBy: "meeting.withdrawDecision" }]);
  });
});

describe("the duty to decide a report", () => {
  it("[DU2] is the secretariat's within ten working days and tells nothing of reporter or reported", async () => {
    const posting = await addPosting(kernel, filer, "capability");
    const report = await call(app, asker.principal, fileReport, {
      subject: "posting",
      publicId: posting.publicId,
      reason: "falseFigures",
      words: "The purity that it names cannot be true.",
    });
    const [owed] = await dutiesOf(report.id);
    expect(owed).toMatchObject({ kind: "decide", holderId: null, dueAt: addWorkingDays(start, 10) });
    expect([owed?.titleZh, owed?.titleEn, owed?.path]).toEqual(["举报", "Report", "/review/reports"]);
    for (const who of [asker, filer])
      expect(await asRaw(kernel, who, `select 1 from duty where subject_id = '${report.id}'`)).toBe(
        "nothing",
      );
    expect((await deskOf(officer)).filter(({ kind }) => kind === "report")).toMatchObject([
      { due: owed?.dueAt },
    ]);
    await call(app, officer.principal, decideReport, {
      publicId: report.publicId,
      finding: "unfounded",
      note: "The certificate stands.",
    });
    expect(await dutiesOf(report.id)).toMatchObject([{ endedBy: "report.decide", endedAt: start }]);
    expect((await deskOf(officer)).filter(({ kind }) => kind === "report")).toEqual([]);
  });
});

describe("the table of duties", () => {
  it("[DU2] nobody forges, moves or ends by hand what the database keeps", async () => {
    const made = await ask();
    const change = (set: string) => `update duty set ${set} where subject_id = '${made.id}'`;
    for (const who of [filer, asker, officer]) {
      expect(await asRaw(kernel, who, change("ended_at = now()"))).toBe("nothing");
      expect(await asRaw(kernel, who, change("due_at = now() + interval '1 year'"))).toBe("nothing");
    }
    for (const [who, holder] of [
      [filer, firm.id],
      [second, secretariat.id],
    ] as const)
      expect(
        await asRaw(
          kernel,
          who,
          `insert into duty (id, kind, subject_kind, subject_id, path, title_zh, title_en, holder_id, published, started_at, due_at)
           values (gen_random_uuid(), 'answer', 'introduction', '${made.id}', '/', 'x', 'x', '${holder}', true, now(), now())`,
        ),
      ).toBe("42501");
  });

  it("[DU1] the database counts working days as the model does", async () => {
    const instants = fc.date({
      min: new Date("2023-01-01"),
      max: new Date("2026-12-20"),
      noInvalidDate: true,
    });
    await fc.assert(
      fc.asyncProperty(instants, fc.integer({ min: 0, max: 40 }), async (from, days) => {
        const [row] = await kernel.ownerRows<{ due: Date }>(
          "select app.add_working_days($1::timestamptz, $2) as due",
          [from.toISOString(), days],
        );
        expect(row?.due).toEqual(addWorkingDays(from, days));
      }),
      { numRuns: 150 },
    );
  });
});
