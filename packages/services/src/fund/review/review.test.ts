import { beforeEach, describe, expect, it } from "vitest";
import { asRaw, createFundStage } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { loadApplication } from "../application/load-application.ts";
import { loadRoom } from "../award/load-room.ts";
import { rankCall } from "../award/rank-call.ts";
import { leaveReview, submitReview } from "./answer-review.ts";
import { askAssignment } from "./ask-assignment.ts";
import { enrolReviewer, loadReviewer } from "./enrol-reviewer.ts";
import { listTasks, loadTask } from "./load-tasks.ts";

const stage = await createFundStage();
const { kernel, app, officer, addCall, addLead, apply, openAndCheck, addReviewer, assign } = stage;
const refused = (code: string) => expect.objectContaining({ code });
const room = async (id: string) => call(app, officer.principal, loadRoom, { call: id });
const scores = (one: number) => ({
  scores: [one, one, one] as [number, number, number],
  confidence: 4,
  words: "Clear.",
  note: "Among us.",
});
const tasksOf = async (who: { principal: typeof officer.principal }) =>
  call(app, who.principal, listTasks, {});

// Reviewers of one test are no reviewers of the next.
beforeEach(() => kernel.ownerRows("update fund_reviewer set active = false"));

describe("reviewers", () => {
  it("[FU14] enrol themselves, and what they declare is theirs and the officers'", async () => {
    const who = await addReviewer("Zhou Wen", {
      declared: ["Old Teacher"],
      papers: [{ title: "Salts", authors: ["Li Na"], publishedOn: "2025-05-01" }],
    });
    expect(await call(app, who.principal, loadReviewer, {})).toMatchObject({
      declared: ["Old Teacher"],
      papers: [{ title: "Salts" }],
    });
    const own = { subject: "salts", declared: [], most: 2, active: false, papers: [] };
    await call(app, who.principal, enrolReviewer, own);
    expect(await call(app, who.principal, loadReviewer, {})).toEqual(own);
    const other = await addLead();
    expect(
      await asRaw(kernel, other.who, `select 1 from fund_reviewer where person_id = '${who.personId}'`),
    ).toBe("nothing");
  });

  it("[FU15] are assigned by what they know, and nobody with a conflict", async () => {
    const { publicId: id } = await addCall({ reviews: 1 });
    const { who, body } = await addLead("Wang Min");
    const publicId = await apply(who, id, { title: "Interfaces of sulfide electrolytes", team: ["Sun Li"] });
    await openAndCheck(id);
    const papers = (authors: string[]) => [
      { title: "Sulfide electrolytes and their interfaces", authors, publishedOn: "2025-01-01" },
    ];
    await addReviewer("Same Unit", { papers: papers([]) }, body);
    await addReviewer("Co Author", { papers: papers(["Sun Li"]) });
    await addReviewer("Teacher", { papers: papers([]), declared: ["wang min"] });
    const knows = await addReviewer("Knows It", { subject: "sulfide electrolytes" });
    await addReviewer("Knows Else", { subject: "recycling of black mass" });
    await assign(id);
    const { assignment, entries } = await room(id);
    expect(assignment?.result).toMatchObject({
      tasks: 1,
      proven: true,
      conflicts: { unit: 1, coauthor: 1, declared: 1 },
    });
    expect(entries.map(({ reviews }) => reviews.map(({ name }) => name))).toEqual([["Knows It"]]);
    expect((await tasksOf(knows))[0]).toMatchObject({ state: "assigned", applicationPublicId: publicId });
  });

  it("[FU15] where it cannot be done, nothing is assigned and every repair is named; then it can", async () => {
    const { publicId: id } = await addCall({ reviews: 2 });
    for (let at = 0; at < 2; at++) await apply((await addLead()).who, id);
    await openAndCheck(id);
    await addReviewer("One", { most: 2 });
    await addReviewer("Two", { most: 1 });
    await assign(id);
    expect((await room(id)).assignment?.result).toMatchObject({
      missing: 1,
      repairs: [
        { what: "reviewers", by: 1 },
        { what: "cap", by: 1 },
        { what: "demand", by: 1 },
      ],
    });
    expect((await room(id)).entries.flatMap(({ reviews }) => reviews)).toEqual([]);
    await addReviewer("Three", { most: 2 });
    await assign(id);
    expect((await room(id)).entries.map(({ reviews }) => reviews.length)).toEqual([2, 2]);
    await call(app, officer.principal, askAssignment, { call: id });
    await expect(call(app, officer.principal, askAssignment, { call: id })).rejects.toEqual(
      refused("WRONG_STATE"),
    );
  });
});

describe("reviews", () => {
  const setActive = (who: { personId: string }, active: boolean) =>
    kernel.ownerRows("update fund_reviewer set active = $2 where person_id = $1", [who.personId, active]);
  const prepare = async (reviews = 2) => {
    const { publicId: id } = await addCall({ reviews });
    const { who } = await addLead();
    const publicId = await apply(who, id);
    await openAndCheck(id);
    const [one, two, spare] = [
      await addReviewer("First"),
      await addReviewer("Second"),
      await addReviewer("Spare", { most: 1, subject: "law" }),
    ];
    await setActive(spare, false);
    await assign(id);
    return { id, who, publicId, one, two, spare };
  };
  const taskOf = async (who: Parameters<typeof tasksOf>[0]) => (await tasksOf(who))[0]?.publicId ?? "";

  it("[FU16] own scores come before those of others, and are not changed afterwards", async () => {
    const { one, two } = await prepare();
    const [first, second] = [await taskOf(one), await taskOf(two)];
    await call(app, one.principal, submitReview, { publicId: first, ...scores(4) });
    expect((await call(app, two.principal, loadTask, { publicId: second })).others).toEqual([]);
    expect(await asRaw(kernel, two, "select 1 from fund_review where state = 'submitted'")).toBe("nothing");
    await call(app, two.principal, submitReview, { publicId: second, ...scores(2) });
    expect((await call(app, two.principal, loadTask, { publicId: second })).others).toEqual([
      { scores: [4, 4, 4], confidence: 4, words: "Clear." },
    ]);
    await expect(call(app, two.principal, submitReview, { publicId: second, ...scores(5) })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    expect(
      await asRaw(kernel, two, `update fund_review set scores = '{5,5,5}' where public_id = '${second}'`),
    ).toBe("nothing");
    await expect(call(app, one.principal, loadTask, { publicId: second })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
  });

  it("[FU16] the leader reads words once the list is left, and never a name", async () => {
    const { id, who, publicId, one, two } = await prepare();
    for (const reviewer of [one, two])
      await call(app, reviewer.principal, submitReview, { publicId: await taskOf(reviewer), ...scores(4) });
    const wordsOf = async () => (await call(app, who.principal, loadApplication, { publicId })).words;
    expect(await wordsOf()).toEqual([]);
    await call(app, officer.principal, rankCall, {
      call: id,
      minutes: "All agreed.",
      recommended: [publicId],
      reserve: [],
      recusals: [],
    });
    const answer = await call(app, who.principal, loadApplication, { publicId });
    expect(answer.words).toEqual(["Clear.", "Clear."]);
    for (const secret of ["First", "Second", one.personId, two.personId, "Among us"])
      expect(JSON.stringify(answer)).not.toContain(secret);
    for (const table of ["fund_review", "fund_reviewer", "fund_paper", "fund_panel"])
      expect(await asRaw(kernel, who, `select 1 from ${table}`)).toBe("nothing");
  });

  it("[FU16] who gives a task back sees it no more, and another is found", async () => {
    const { id, one, two, spare } = await prepare();
    const publicId = await taskOf(one);
    await expect(
      call(app, two.principal, leaveReview, { publicId, step: "recuse", reason: "x" }),
    ).rejects.toEqual(refused("NOT_FOUND"));
    await call(app, one.principal, leaveReview, { publicId, step: "recuse", reason: "We share a flat." });
    expect((await tasksOf(one))[0]).toMatchObject({ state: "recused", title: null });
    await expect(call(app, one.principal, loadTask, { publicId })).rejects.toEqual(refused("NOT_FOUND"));
    await setActive(spare, true);
    await assign(id);
    expect((await room(id)).entries[0]?.reviews.map(({ name, state }) => [name, state]).sort()).toEqual([
      ["First", "recused"],
      ["Second", "assigned"],
      ["Spare", "assigned"],
    ]);
    expect(await tasksOf(spare)).toHaveLength(1);
  });

  it("[FU16] a review without words or with a score outside 1 to 5 is none, whoever writes it", async () => {
    const { one } = await prepare();
    const publicId = await taskOf(one);
    const end = "ended_at = now(), confidence = 3, state = 'submitted'";
    for (const set of [
      "scores = '{6,1,1}', words = 'x'",
      "scores = '{1,1}', words = 'x'",
      "scores = '{1,1,1}', words = ' '",
    ])
      expect(
        await asRaw(kernel, one, `update fund_review set ${set}, ${end} where public_id = '${publicId}'`),
      ).toBe("23514");
    await expect(call(app, one.principal, submitReview, { publicId, ...scores(6) })).rejects.toEqual(
      refused("INVALID_INPUT"),
    );
    // A score that nobody chose is asked for as a choice.
    const empty = { ...scores(3), confidence: Number.NaN };
    await expect(call(app, one.principal, submitReview, { publicId, ...empty })).rejects.toMatchObject({
      faults: [{ field: "confidence", rule: "notChosen" }],
    });
  });
});
