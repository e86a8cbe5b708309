import { outbox } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asRaw, createFundStage, type TestMember } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { rankCall } from "../award/rank-call.ts";
import { leaveReview } from "../review/answer-review.ts";
import { listTasks } from "../review/load-tasks.ts";
import { appealApplication, dismissAppeal, upholdApplication } from "./appeal.ts";
import { loadApplication } from "./load-application.ts";

const { kernel, app, officer, addTorn, addCall, addLead, apply, openAndCheck, addReviewer, assign, closed } =
  await createFundStage();
const refused = (code: string) => expect.objectContaining({ code });
const largest = { value: "10", low: null, high: null, unit: "CNY", basis: null };

/** An application that asks for more than the call gives. */
async function refuse() {
  const { publicId: id } = await addCall({ largest, reviews: 1 });
  const { who, body } = await addLead();
  const publicId = await apply(who, id, { asked: 100 });
  await openAndCheck(id);
  return { call: id, who, body, publicId };
}
const see = async (who: TestMember, publicId: string) =>
  (await call(app, who.principal, loadApplication, { publicId })).application;
const appeal = (who: TestMember, publicId: string, words = "The range was misread.") =>
  call(app, who.principal, appealApplication, { publicId, words });
const told = async (path: string) =>
  (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver")))
    .map(({ payload }) => payload as { kind: string; path: string; params: Record<string, string> })
    .filter((one) => one.path === path);

describe("an appeal against a refusal", () => {
  it("[FU13] is filed once, and an officer answers it with a reason", async () => {
    const { who, publicId, call: id } = await refuse();
    expect(await see(who, publicId)).toMatchObject({ state: "ineligible", codes: ["amount"] });
    await expect(appeal(who, publicId, " ")).rejects.toMatchObject({
      faults: [{ field: "words", rule: "required" }],
    });
    await appeal(who, publicId);
    expect(await see(who, publicId)).toMatchObject({ state: "appealed", appeal: "The range was misread." });
    const rank = { call: id, minutes: "x", recommended: [], reserve: [], recusals: [] };
    await expect(call(app, officer.principal, rankCall, rank)).rejects.toEqual(refused("WRONG_STATE"));
    await call(app, officer.principal, dismissAppeal, { publicId, reason: "The range is public." });
    expect(await see(who, publicId)).toMatchObject({ state: "ineligible", reason: "The range is public." });
    await expect(appeal(who, publicId)).rejects.toEqual(refused("WRONG_STATE"));
    await call(app, officer.principal, upholdApplication, { publicId, reason: "A misprint." });
    expect(await see(who, publicId)).toMatchObject({ state: "eligible", codes: ["amount"] });
  });

  it("[FU13] is upheld", async () => {
    const { who, publicId } = await refuse();
    await appeal(who, publicId);
    await call(app, officer.principal, upholdApplication, { publicId, reason: "A misprint." });
    expect(await see(who, publicId)).toMatchObject({ state: "eligible", reason: "A misprint." });
  });

  it("[FU13] is the lead's alone, within ten days, whatever statement is sent", async () => {
    const { who, body, publicId } = await refuse();
    const other = await addLead();
    await expect(appeal(other.who, publicId)).rejects.toEqual(refused("NOT_FOUND"));
    await expect(appeal(await addTorn(body.id), publicId)).rejects.toEqual(refused("NOT_FOUND"));
    const set = (text: string) => `update fund_application set ${text} where public_id = '${publicId}'`;
    expect(await asRaw(kernel, officer, set("state = 'appealed', appeal = 'x', appealed_at = now()"))).toBe(
      "42501",
    );
    expect(await asRaw(kernel, who, set("state = 'eligible'"))).toBe("42501");
    expect(await asRaw(kernel, who, set("judged_at = now()"))).toBe("42501");
    kernel.setNow(new Date(closed.getTime() + 12 * 86_400_000));
    await expect(appeal(who, publicId)).rejects.toEqual(refused("WRONG_STATE"));
  });
});

describe("notices of the fund", () => {
  it("[FU27] tell the lead of each decision, and officers of an appeal by the call alone", async () => {
    const { who, publicId, call: id } = await refuse();
    const path = `/fund/applications/${publicId}`;
    expect((await told(path)).map(({ kind }) => kind)).toEqual(["fund.decided"]);
    await appeal(who, publicId);
    const [waiting] = await told(`/fund-calls/${id}/room`);
    expect(waiting?.kind).toBe("fund.appealed");
    expect(JSON.stringify(waiting)).not.toContain("sulfide");
    await call(app, officer.principal, dismissAppeal, { publicId, reason: "It stands." });
    expect(await told(path)).toHaveLength(2);
  });

  it("[FU27] tell a reviewer of a task without its application, which whoever gives it back forgets", async () => {
    await kernel.ownerRows("update fund_reviewer set active = false");
    const { publicId: id } = await addCall({ reviews: 1 });
    const { who } = await addLead();
    const application = await apply(who, id, { title: "A secret title" });
    await openAndCheck(id);
    const reviewer = await addReviewer("Reads it");
    await assign(id);
    const [task] = await call(app, reviewer.principal, listTasks, {});
    const [notice] = await told(`/fund/reviews/${task?.publicId}`);
    expect(notice).toMatchObject({ kind: "fund.assigned", personId: reviewer.personId });
    expect(JSON.stringify(notice)).not.toContain("A secret title");
    const look = `select 1 from fund_application where public_id = '${application}'`;
    expect(await asRaw(kernel, reviewer, look)).toBe("done");
    await call(app, reviewer.principal, leaveReview, {
      publicId: task?.publicId ?? "",
      step: "decline",
      reason: "No time.",
    });
    expect(await asRaw(kernel, reviewer, look)).toBe("nothing");
  });
});
