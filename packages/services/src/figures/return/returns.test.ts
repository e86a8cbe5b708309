import {
  disclosureRead,
  outbox,
  returnEvent,
  returnExplanation,
  returnForm,
  returnValue,
} from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { queryReturn, verifyReturn } from "./decide-return.ts";
import { listOwnReturns } from "./list-own.ts";
import { listReturnQueue } from "./list-queue.ts";
import { listRounds } from "./list-rounds.ts";
import { loadReturn } from "./load-return.ts";
import { loadReturnReview } from "./load-review.ts";
import { closeRound, openRound } from "./open-round.ts";
import { saveExplanation, saveValues } from "./save-values.ts";
import { correctReturn, submitReturn } from "./submit-return.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { officer, second, secretariat } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"], province: "36" });
const filer = await addMember(kernel, firm);
const colleague = await addMember(kernel, firm, { role: "editor", name: "Colleague" });
const viewer = await addMember(kernel, firm, { role: "viewer" });
const delegate = await addMember(kernel, firm, { role: "editor", duties: ["delegate"] });
const rival = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"], province: "36" }));
const own36 = await addMember(kernel, await addOrganization(kernel, { kind: "regulator", province: "36" }));
const other63 = await addMember(kernel, await addOrganization(kernel, { kind: "regulator", province: "63" }));

const rounds = new Map<string, Awaited<ReturnType<typeof openTestRound>>>();
const periods = ["2026Q3", "2026Q2", "2026Q1", "2025Q4", "2025Q3", "2025Q2"];
beforeAll(async () => {
  for (const period of periods) rounds.set(period, await openTestRound(kernel, officer, period));
});
const start = async (period: string) => {
  const round = rounds.get(period);
  if (!round) throw new Error(period);
  const { publicId, id } = await round.formOf(firm, "smelting.quarterly");
  return { publicId, id, dueAt: round.dueAt };
};
const output = (raw: string, revision = 0, unit = "") => ({
  component: "lithium_salt_output",
  place: ["li2co3-batt", "spodumene"],
  raw,
  unit,
  revision,
});
const capacity = { ...output("5000"), component: "lithium_salt_capacity" };

/** Types what suffices, explains what is asked, and hands it in. */
async function file(publicId: string, by: TestMember = filer, raw = "1200", reason?: string) {
  const { version, figures } = await call(app, by.principal, loadReturn, { publicId });
  const known = figures.find((one) => one.component === "lithium_salt_output")?.revision ?? 0;
  const values = known === 0 ? [output(raw), capacity] : [output(raw, known)];
  await call(app, by.principal, saveValues, { publicId, version, values });
  const { findings } = await call(app, by.principal, loadReturn, { publicId });
  for (const { key, explained } of findings)
    if (!explained)
      await call(app, by.principal, saveExplanation, { publicId, version, check: key, text: "As planned." });
  return call(app, by.principal, submitReturn, { publicId, version, ...(reason ? { reason } : {}) });
}

describe("a return", () => {
  it("[RT5] is owed by link, once opened, and its people get a notice", async () => {
    const { items } = await call(app, filer.principal, listOwnReturns, {});
    expect(items.map(({ sheet, state }) => `${sheet} ${state}`)).toContain("smelting.quarterly open");
    expect(items[0]).toMatchObject({ filled: 0 });
    const jobs = await owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
    expect(jobs.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({
        kind: "return.opened",
        organizationId: firm.id,
        params: { title: "2026Q3" },
      }),
    );
    await expect(call(app, second.principal, openRound, { period: "2026Q3" })).rejects.toMatchObject({
      faults: [{ field: "period", rule: "openedAlready", params: { due: expect.any(String) } }],
    });
    await expect(call(app, officer.principal, openRound, { period: "2027Q1" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    for (const who of [filer, own36])
      await expect(call(app, who.principal, openRound, { period: "2025Q1" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
  });

  it("[RT2] goes its whole way: filed, queried, corrected, verified, corrected again", async () => {
    const { publicId, id } = await start("2026Q3");
    expect(await file(publicId)).toMatchObject({ state: "submitted", version: 1, late: false });
    await expect(
      call(app, filer.principal, saveValues, { publicId, version: 1, values: [output("1300", 1)] }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });

    const { items } = await call(app, own36.principal, listReturnQueue, {});
    expect(items).toMatchObject([{ publicId, own: false, organization: { publicId: firm.publicId } }]);
    const review = await call(app, own36.principal, loadReturnReview, { publicId });
    expect(review).toMatchObject({ version: 1, may: { decide: true } });
    expect(review.figures).toContainEqual(
      expect.objectContaining({ component: "lithium_salt_output", value: "1200" }),
    );
    const asked = [{ component: "lithium_salt_output", text: "Is the tolling output included?" }];
    await call(app, own36.principal, queryReturn, { publicId, version: 1, items: asked });

    const queried = await call(app, filer.principal, loadReturn, { publicId });
    expect(queried).toMatchObject({ state: "queried", version: 2, may: { save: true, submit: true } });
    expect(JSON.parse(queried.events.at(-1)?.text ?? "")).toEqual(asked);
    expect(queried.events.at(-1)).toMatchObject({ by: null });
    // Nothing changed and nothing said: the question would pass unanswered.
    await expect(call(app, filer.principal, submitReturn, { publicId, version: 2 })).rejects.toMatchObject({
      faults: [{ field: "explanation.query.1.0", rule: "required" }],
    });
    const answer = { publicId, version: 2, check: "query.1.0", text: "It is, as in the year before." };
    await call(app, filer.principal, saveExplanation, answer);
    expect(await file(publicId, colleague, "1350")).toMatchObject({ state: "resubmitted", version: 2 });
    const answered = await call(app, own36.principal, loadReturnReview, { publicId });
    expect(answered.findings[0]).toMatchObject({ key: "query.1.0", code: "query", explained: true });
    expect(answered.explanations).toContainEqual({ check: "query.1.0", text: answer.text });
    await call(app, own36.principal, verifyReturn, { publicId, version: 2 });

    expect(await call(app, filer.principal, loadReturn, { publicId })).toMatchObject({
      state: "verified",
      verifiedVersion: 2,
    });
    const taken = { publicId, version: 2, reason: "A line was counted twice." };
    await call(app, filer.principal, correctReturn, taken);
    await expect(call(app, filer.principal, correctReturn, taken)).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    expect(await call(app, filer.principal, loadReturn, { publicId })).toMatchObject({
      state: "draft",
      version: 3,
      verifiedVersion: 2,
    });
    // What is being typed is the maker's alone: a checker goes on reading what was handed in.
    await call(app, filer.principal, saveValues, {
      publicId,
      version: 3,
      values: [output("9182736.455", 1)],
    });
    const still = await call(app, own36.principal, loadReturnReview, { publicId });
    expect(still.version).toBe(2);
    expect(JSON.stringify(still)).not.toContain("9182736.455");
    const kinds = await owner
      .select({ kind: returnEvent.kind })
      .from(returnEvent)
      .where(eq(returnEvent.formId, id));
    expect(kinds.map(({ kind }) => kind)).toEqual([
      "submitted",
      "queried",
      "submitted",
      "verified",
      "corrected",
    ]);
  });

  it("[RT9] each reading by a checker is in the owner's log", async () => {
    const { id } = await start("2026Q3");
    const rows = await owner.select().from(disclosureRead).where(eq(disclosureRead.formId, id));
    expect(
      rows.map(({ version, purpose, ownerOrganizationId }) => [version, purpose, ownerOrganizationId]),
    ).toEqual([
      [1, "verification", firm.id],
      [2, "verification", firm.id],
      [2, "verification", firm.id],
    ]);
  });
});

describe("who is in a return", () => {
  it("[RT7] nobody else finds it, delegate and viewer of the own firm included", async () => {
    const { publicId } = await start("2026Q2");
    await file(publicId, filer, "1200", "Late by agreement.");
    const hidden = { code: expect.stringMatching(/NOT_FOUND|FORBIDDEN/) };
    for (const who of [rival, other63]) {
      await expect(call(app, who.principal, loadReturn, { publicId })).rejects.toMatchObject(hidden);
      await expect(call(app, who.principal, loadReturnReview, { publicId })).rejects.toMatchObject(hidden);
    }
    for (const who of [delegate, viewer]) {
      await expect(call(app, who.principal, loadReturn, { publicId })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      await expect(call(app, who.principal, listOwnReturns, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(call(app, other63.principal, loadReturnReview, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(call(app, other63.principal, verifyReturn, { publicId, version: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    // [AU8] The answer is that of a return that is not there; the log says who tried which.
    const tried = await kernel.ownerRows<{ detail: object }>(
      "select detail from audit_entry where person_id = $1 and action = 'access.refuse' order by id",
      [other63.personId],
    );
    expect(tried.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { verb: "return.loadReview", of: publicId },
        { verb: "return.verify", of: publicId },
      ]),
    );
    const theirs = await call(app, other63.principal, listReturnQueue, {});
    expect(theirs.items).toEqual([]);
    const { rounds: seen } = await call(app, other63.principal, listRounds, {});
    expect(seen.flatMap(({ counts }) => counts).filter(({ province }) => province !== "63")).toEqual([]);
    await expect(call(app, officer.principal, loadReturn, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[RT9] of two checkers one decides, the other gets the answer that it moved on", async () => {
    const { publicId } = await start("2026Q1");
    await file(publicId, filer, "1200", "Late by agreement.");
    const answers = await Promise.allSettled([
      call(app, own36.principal, verifyReturn, { publicId, version: 1 }),
      call(app, officer.principal, verifyReturn, { publicId, version: 1 }),
      call(app, second.principal, queryReturn, {
        publicId,
        version: 1,
        items: [{ text: "Why is it so much?" }],
      }),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of answers)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "WRONG_STATE" });
  });

  it("[RT9] maker and checker are two persons, in the office's own returns too", async () => {
    const round = rounds.get("2026Q3");
    const { publicId } = (await round?.formOf(secretariat, "resource.quarterly")) ?? { publicId: "" };
    const values = [{ component: "lithium_demand", raw: "120000", revision: 0 }];
    await call(app, officer.principal, saveValues, { publicId, version: 1, values });
    for (const { key } of (await call(app, officer.principal, loadReturn, { publicId })).findings)
      await call(app, officer.principal, saveExplanation, {
        publicId,
        version: 1,
        check: key,
        text: "Not yet known.",
      });
    await call(app, second.principal, submitReturn, { publicId, version: 1 });
    for (const who of [officer, second])
      await expect(call(app, who.principal, verifyReturn, { publicId, version: 1 })).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
      });
    const third = await addMember(kernel, secretariat, { duties: ["officer"] });
    expect((await call(app, officer.principal, loadReturnReview, { publicId })).may.decide).toBe(false);
    await call(app, third.principal, verifyReturn, { publicId, version: 1 });
  });
});

describe("two people in one return", () => {
  it("[RT10] meet both values, and the rest is saved", async () => {
    const { publicId } = await start("2025Q4");
    const save = (by: TestMember, values: ReturnType<typeof output>[]) =>
      call(app, by.principal, saveValues, { publicId, version: 1, values });
    await save(filer, [output("100")]);
    await save(colleague, [output("150", 1)]);
    const mine = await save(filer, [output("120", 1), capacity]);
    expect(mine.saved).toMatchObject([{ component: "lithium_salt_capacity", revision: 1, value: "5000" }]);
    expect(mine.conflicts).toMatchObject([
      { mine: { raw: "120" }, theirs: { raw: "150", revision: 2, by: "Colleague", at: app.clock() } },
    ]);
    // The answer was lost and the save is sent again.
    expect((await save(colleague, [output("150", 1)])).conflicts).toEqual([]);
    expect((await save(filer, [output("120", 2)])).saved).toMatchObject([{ revision: 3 }]);
    // Taken out and typed anew is no return to what was seen.
    await save(colleague, [output("", 3)]);
    await save(colleague, [output("7", 4)]);
    expect((await save(filer, [output("8", 3)])).conflicts).toMatchObject([
      { theirs: { raw: "7", revision: 5 } },
    ]);
  });

  it("[RT10] lose nothing when they race", async () => {
    const { publicId } = await start("2025Q3");
    for (let turn = 0; turn < 10; turn += 1) {
      const { figures } = await call(app, filer.principal, loadReturn, { publicId });
      const revision = figures.find(({ component }) => component === "lithium_salt_output")?.revision ?? 0;
      const answers = await Promise.all(
        [filer, colleague].map((by, at) =>
          call(app, by.principal, saveValues, {
            publicId,
            version: 1,
            values: [output(`${turn}${at + 1}`, revision)],
          }),
        ),
      );
      expect(answers.map(({ saved }) => saved.length).sort()).toEqual([0, 1]);
      expect(answers.map(({ conflicts }) => conflicts.length).sort()).toEqual([0, 1]);
    }
  });
});

describe("the due instant", () => {
  it("[RT4] itself is in time, a millisecond later is late and asks why: a hundred at once around it", async () => {
    const firms = await Promise.all(
      Array.from({ length: 100 }, () => addOrganization(kernel, { links: ["smelting"], province: "44" })),
    );
    const round = await openTestRound(kernel, officer, "2025Q1");
    const forms = await Promise.all(
      firms.map(async (of) => ({
        by: await addMember(kernel, of),
        form: await round.formOf(of, "smelting.quarterly"),
      })),
    );
    const common = { version: 1, changedAt: app.clock() };
    await owner.insert(returnValue).values(
      forms.map(({ form }) => ({
        id: app.newId(),
        formId: form.id,
        organizationId: form.organizationId,
        ...common,
        ...output("1200"),
        value: "1200",
      })),
    );
    await owner.insert(returnExplanation).values(
      forms.map(({ form }) => ({
        formId: form.id,
        organizationId: form.organizationId,
        ...common,
        check: "missing",
        text: "As planned.",
      })),
    );
    await owner.update(returnForm).set({ state: "draft" }).where(eq(returnForm.roundId, round.id));
    const answers = await Promise.all(
      forms.map(async ({ by, form }, at) => {
        const off = (at % 9) - 4;
        const then = { ...app, clock: () => new Date(round.dueAt.getTime() + off) };
        const given = {
          publicId: form.publicId,
          version: 1,
          ...(at % 2 === 0 ? { reason: "The line was down." } : {}),
        };
        const answer = await call(then, by.principal, submitReturn, given).then(
          ({ late }) => (late ? "late" : "in time"),
          (error) => error.faults.map(({ field }: { field: string }) => field).join(),
        );
        return { off, withReason: at % 2 === 0, answer };
      }),
    );
    for (const { off, withReason, answer } of answers)
      expect(answer, `${off} ms`).toBe(off <= 0 ? "in time" : withReason ? "late" : "reason");
    const rows = await owner.select().from(returnForm).where(eq(returnForm.roundId, round.id));
    for (const { submittedAt, late } of rows)
      if (submittedAt) expect(late).toBe(submittedAt.getTime() > round.dueAt.getTime());
  });

  it("[RT4] late ones stay marked, also after a query; a closed round takes them still", async () => {
    const { publicId, id } = await start("2025Q2");
    const round = rounds.get("2025Q2");
    await call(app, officer.principal, closeRound, { round: round?.publicId ?? "" });
    await expect(
      call(app, officer.principal, closeRound, { round: round?.publicId ?? "" }),
    ).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    await expect(file(publicId)).rejects.toMatchObject({
      faults: [{ field: "reason", rule: "required" }],
    });
    await file(publicId, filer, "1200", "The plant was closed.");
    await call(app, own36.principal, queryReturn, {
      publicId,
      version: 1,
      items: [{ text: "Since when closed?" }],
    });
    expect(await file(publicId)).toMatchObject({ late: true, version: 2 });
    const [row] = await owner
      .select()
      .from(returnForm)
      .where(and(eq(returnForm.id, id), eq(returnForm.late, true)));
    expect(row?.state).toBe("resubmitted");
  });
});
