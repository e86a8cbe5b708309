import { duty, outbox } from "@lilink/db/schema";
import { answerStepBy } from "@lilink/model/fund/life";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createFundStage,
  type FundProject,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { tickDuties } from "../../group/duty/tick-duties.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadPortfolio } from "../award/load-portfolio.ts";
import { addOutput } from "../project/add-output.ts";
import { claimResult, nameUser } from "./claim-result.ts";
import { loadRelay, loadResult } from "./load-relay.ts";
import { offerResult, withdrawResult } from "./offer-result.ts";
import { answerRelayStep, tellRelayStep } from "./tell-step.ts";

const { kernel, app, officer, addTorn, startProject } = await createFundStage();
const refused = (code: string) => expect.objectContaining({ code });
const fault = (field: string, rule: string) => ({ faults: [expect.objectContaining({ field, rule })] });
let made = 0;

/** A result of a project on the board. */
async function offer({ publicId, who }: FundProject, madeOn = "2026-05-20") {
  made += 1;
  const { publicId: output } = await call(app, who.principal, addOutput, {
    publicId,
    kind: "process",
    title: `A coating ${made}`,
    identifier: `P-${made}`,
    madeOn,
    share: 100,
    contributors: [],
  });
  const given = {
    source: "output",
    of: output,
    use: "Coats separators.",
    node: "sse-sulfide",
    rung: "pilot",
  } as const;
  return { given, ...(await call(app, who.principal, offerResult, given)) };
}

async function addTaker() {
  const body = await addOrganization(kernel);
  const who = await addMember(kernel, body);
  const need = await addPosting(kernel, who, "need", sampleContent({ concept: "sse-sulfide" }));
  return { body, who, need };
}
const see = (who: TestMember, publicId: string) => call(app, who.principal, loadResult, { publicId });
const claimOf = async (who: TestMember, publicId: string) => {
  const [claim] = (await see(who, publicId)).claims;
  if (!claim) throw new Error("nobody took it on");
  return { ...claim, open: claim.steps.find(({ state }) => state === "told") };
};
const answer = async (
  who: TestMember,
  result: string,
  given: "confirm" | "dispute" | "takeBack",
  words = "",
) => {
  const { open } = await claimOf(who, result);
  return call(app, who.principal, answerRelayStep, {
    publicId: open?.publicId ?? "nothing-open",
    answer: given,
    words,
  });
};
const plain = { words: "", useKind: null, volume: null, unit: null };
const tell = async (who: TestMember, result: string, given: object) => {
  const { publicId } = await claimOf(who, result);
  const full = { publicId, step: "begin" as const, happenedOn: "2026-06-01", ...plain, ...given };
  return call(app, who.principal, tellRelayStep, full);
};
const use = {
  step: "use",
  words: "Order 12, coated foil",
  useKind: "delivery",
  volume: 2,
  unit: "t",
} as const;
const takeOn = (who: TestMember, publicId: string, of: string) =>
  call(app, who.principal, claimResult, { publicId, by: "need", of, words: "We need it." });

describe("the relay", () => {
  let project: FundProject;
  let taker: Awaited<ReturnType<typeof addTaker>>;
  beforeAll(async () => {
    project = await startProject("applied");
    taker = await addTaker();
  });

  it("[RY1] an output is offered by its project alone, once at a time, and taken off again", async () => {
    const { publicId, given } = await offer(project);
    await expect(call(app, project.who.principal, offerResult, given)).rejects.toMatchObject(
      fault("of", "duplicate"),
    );
    await expect(call(app, taker.who.principal, offerResult, given)).rejects.toMatchObject(
      fault("of", "notInList"),
    );
    await expect(
      call(app, project.who.principal, offerResult, { ...given, node: "no-such-node" }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(call(app, taker.who.principal, withdrawResult, { publicId })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    expect(
      await asRaw(
        kernel,
        taker.who,
        `insert into relay_result (id, public_id, org_id, output_id, title, use, node, rung, made_on, state, offered_by, offered_at)
          select gen_random_uuid(), 'stolen00', '${taker.body.id}', id, 'x', 'x', 'sse-sulfide', 'lab', made_on, 'offered', '${taker.who.personId}', now()
          from fund_output limit 1`,
      ),
    ).toBe("42501");
    await call(app, project.who.principal, withdrawResult, { publicId });
    await call(app, project.who.principal, offerResult, given);
  });

  it("[RY2] each step counts once the other side confirms, and no statement moves a claim", async () => {
    const { publicId } = await offer(project);
    await takeOn(taker.who, publicId, taker.need.publicId);
    await expect(takeOn(taker.who, publicId, taker.need.publicId)).rejects.toMatchObject(
      fault("of", "duplicate"),
    );
    expect((await see(project.who, publicId)).result).toMatchObject({ lane: "waits", waits: "own" });
    await expect(answer(taker.who, publicId, "confirm")).rejects.toEqual(refused("FORBIDDEN"));
    await expect(tell(taker.who, publicId, {})).rejects.toEqual(refused("WRONG_STATE"));
    expect(await asRaw(kernel, taker.who, "update relay_claim set state = 'in_product'")).toBe("42501");
    expect(await asRaw(kernel, taker.who, "update relay_step set state = 'confirmed'")).toBe("42501");
    await answer(project.who, publicId, "confirm");
    expect((await see(project.who, publicId)).result).toMatchObject({ lane: "claimed", waits: null });
    await tell(project.who, publicId, { step: "begin" });
    await expect(tell(taker.who, publicId, { step: "begin" })).rejects.toEqual(refused("WRONG_STATE"));
    await expect(answer(taker.who, publicId, "dispute")).rejects.toMatchObject(fault("words", "required"));
    await answer(taker.who, publicId, "dispute", "Not yet.");
    expect(await claimOf(taker.who, publicId)).toMatchObject({ state: "claimed" });
    await tell(taker.who, publicId, { step: "begin" });
    await answer(taker.who, publicId, "takeBack");
    await tell(taker.who, publicId, { step: "begin" });
    await answer(project.who, publicId, "confirm");
    await tell(taker.who, publicId, use);
    await answer(project.who, publicId, "confirm");
    expect((await see(officer, publicId)).result).toMatchObject({ lane: "in_product", users: [] });
    await expect(tell(taker.who, publicId, { step: "return", words: "x" })).rejects.toEqual(
      refused("WRONG_STATE"),
    );
  });

  it("[RY2] a first word that is disputed or taken back ends the claim, and another may follow", async () => {
    const { publicId } = await offer(project);
    await takeOn(taker.who, publicId, taker.need.publicId);
    await answer(project.who, publicId, "dispute", "You would copy it.");
    expect(await claimOf(taker.who, publicId)).toMatchObject({
      state: "refused",
      steps: [{ answer: "You would copy it." }],
    });
    await takeOn(taker.who, publicId, taker.need.publicId);
    await answer(taker.who, publicId, "takeBack");
    expect(await claimOf(project.who, publicId)).toMatchObject({ state: "withdrawn" });
    expect((await see(officer, publicId)).result).toMatchObject({ lane: "waits", returned: 0 });
  });

  it("[RY3] who takes a result on is known to both sides and officers, to others only if it says so", async () => {
    const { publicId } = await offer(project);
    await takeOn(taker.who, publicId, taker.need.publicId);
    await answer(project.who, publicId, "confirm");
    const stranger = await addTaker();
    const torn = await addTorn(taker.body.id);
    for (const other of [stranger.who, project.partner, torn]) {
      expect(await see(other, publicId)).toMatchObject({
        result: { lane: "claimed", users: [] },
        claims: [],
      });
      expect(
        await asRaw(
          kernel,
          other,
          "select 1 from relay_claim c join relay_result r on r.id = c.result_id and r.public_id = " +
            `'${publicId}'`,
        ),
      ).toBe("nothing");
      expect(
        await asRaw(
          kernel,
          other,
          `select 1 from relay_step s join relay_claim c on c.id = s.claim_id join relay_result r on r.id = c.result_id where r.public_id = '${publicId}'`,
        ),
      ).toBe("nothing");
    }
    expect((await see(officer, publicId)).claims).toMatchObject([
      { taker: { publicId: taker.body.publicId }, side: null },
    ]);
    await tell(taker.who, publicId, { step: "begin" });
    await answer(project.who, publicId, "confirm");
    const { publicId: claim } = await claimOf(taker.who, publicId);
    await call(app, taker.who.principal, nameUser, { publicId: claim, named: true });
    await expect(
      call(app, project.who.principal, nameUser, { publicId: claim, named: true }),
    ).rejects.toEqual(refused("NOT_FOUND"));
    expect((await see(stranger.who, publicId)).result.users).toEqual([]);
    await tell(taker.who, publicId, use);
    await answer(project.who, publicId, "confirm");
    expect((await see(stranger.who, publicId)).result.users).toMatchObject([
      { publicId: taker.body.publicId },
    ]);
    await call(app, taker.who.principal, nameUser, { publicId: claim, named: false });
    expect((await see(stranger.who, publicId)).result.users).toEqual([]);
  });

  it("[RY6] a return has its reason, a first use its proof, an amount its unit, and no step a day ahead", async () => {
    const { publicId } = await offer(project);
    await takeOn(taker.who, publicId, taker.need.publicId);
    await answer(project.who, publicId, "confirm");
    await expect(tell(taker.who, publicId, { step: "return" })).rejects.toMatchObject(
      fault("words", "required"),
    );
    await expect(tell(taker.who, publicId, { happenedOn: "2026-06-02" })).rejects.toMatchObject(
      fault("happenedOn", "dateTooFar"),
    );
    await expect(tell(taker.who, publicId, { happenedOn: "2026-05-31" })).rejects.toMatchObject(
      fault("happenedOn", "endBeforeStart"),
    );
    await tell(taker.who, publicId, { step: "begin" });
    await answer(project.who, publicId, "confirm");
    await expect(tell(taker.who, publicId, { ...use, useKind: null })).rejects.toMatchObject(
      fault("useKind", "required"),
    );
    await expect(tell(taker.who, publicId, { ...use, unit: null })).rejects.toMatchObject(
      fault("unit", "required"),
    );
    await tell(taker.who, publicId, { step: "return", words: "It peels off after 40 cycles." });
    await answer(project.who, publicId, "confirm");
    expect((await see(project.partner, publicId)).result).toMatchObject({ lane: "returned", returned: 1 });
    const again = await addTaker();
    await takeOn(again.who, publicId, again.need.publicId);
    await answer(project.who, publicId, "confirm");
    expect((await see(project.partner, publicId)).result).toMatchObject({ lane: "claimed", returned: 1 });
  });

  it("[RY2] a need is the taker's own and published, and nobody takes its own result on", async () => {
    const { publicId } = await offer(project);
    const other = await addTaker();
    await expect(takeOn(taker.who, publicId, other.need.publicId)).rejects.toMatchObject(
      fault("of", "notInList"),
    );
    await expect(takeOn(project.who, publicId, other.need.publicId)).rejects.toEqual(refused("FORBIDDEN"));
    const byProject = await startProject("development");
    await call(app, byProject.who.principal, claimResult, {
      publicId,
      by: "project",
      of: byProject.publicId,
      words: "",
    });
    expect(await claimOf(byProject.who, publicId)).toMatchObject({ state: "asked", side: "taker" });
  });

  it("[RY2] the other side is told of each step, and whoever told it of the answer", async () => {
    const { publicId } = await offer(project);
    const own = await addTaker();
    await takeOn(own.who, publicId, own.need.publicId);
    await answer(project.who, publicId, "confirm");
    const told = await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
    const here = told.filter(
      ({ payload }) => (payload as { path: string }).path === `/fund/relay/${publicId}`,
    );
    expect(here.map(({ payload }) => payload)).toMatchObject([
      { kind: "relay.told", organizationId: project.body.id },
      { kind: "relay.answered", organizationId: own.body.id },
    ]);
  });

  it("[RY4] [RY5] the board tells what waits longest first, and the fund its money by how far results came", async () => {
    const late = await startProject("development");
    const [old, young] = [await offer(late, "2026-01-10"), await offer(late, "2026-05-02")];
    const board = await call(app, project.partner.principal, loadRelay, {});
    const waiting = board.results.filter(({ lane }) => lane === "waits").map(({ publicId }) => publicId);
    expect(waiting.indexOf(old.publicId)).toBeLessThan(waiting.indexOf(young.publicId));
    expect(board.results.find(({ publicId }) => publicId === old.publicId)?.clock).toEqual({
      months: 5,
      isOpen: true,
    });
    expect(board.clock.longest).toBe(5);
    const { relay } = await call(app, officer.principal, loadPortfolio, {});
    const reachOf = (award: string) => relay.money.find(({ awards }) => awards.includes(award))?.reach;
    expect(relay.money[0]?.reach).toBe("in_product");
    expect(reachOf(project.publicId)).toBe("in_product");
    expect(reachOf(late.publicId)).toBe("waits");
  });

  it("[RY5] what was taken off the board counts if somebody took it on, and not if nobody did", async () => {
    const done = await startProject("development");
    const reach = async () =>
      (await call(app, officer.principal, loadPortfolio, {})).relay.money.find(({ awards }) =>
        awards.includes(done.publicId),
      )?.reach;
    const [taken, left] = [await offer(done), await offer(done)];
    await takeOn(taker.who, taken.publicId, taker.need.publicId);
    await answer(done.who, taken.publicId, "confirm");
    await call(app, done.who.principal, withdrawResult, { publicId: taken.publicId });
    expect(await reach()).toBe("claimed");
    const { relay } = await call(app, officer.principal, loadPortfolio, {});
    expect(relay.results.map(({ publicId }) => publicId)).not.toContain(taken.publicId);
    await tell(taker.who, taken.publicId, { step: "return", words: "It peels off." });
    await answer(done.who, taken.publicId, "confirm");
    await call(app, done.who.principal, withdrawResult, { publicId: left.publicId });
    expect(await reach()).toBe("returned");
    const none = await startProject("development");
    await call(app, none.who.principal, withdrawResult, { publicId: (await offer(none)).publicId });
    const { relay: after } = await call(app, officer.principal, loadPortfolio, {});
    expect(after.money.find(({ awards }) => awards.includes(none.publicId))?.reach).toBe("none");
  });

  it("[RY2] [DU1] [DU2] whoever must answer a step has ten working days, and only that side finds it on its desk", async () => {
    const now = new Date("2026-06-01T02:00:00Z");
    kernel.setNow(now);
    const { publicId } = await offer(project);
    const own = await addTaker();
    await takeOn(own.who, publicId, own.need.publicId);
    const path = `/fund/relay/${publicId}`;
    const duties = () =>
      kernel.owner.select().from(duty).where(eq(duty.path, path)).orderBy(duty.startedAt, duty.endedAt);
    const onDesk = async (who: TestMember) =>
      (await call(app, who.principal, loadDesk, {})).items.filter((item) => item.path === path);
    const dueAt = new Date("2026-06-15T15:59:59.999Z");
    expect(answerStepBy(now)).toEqual(dueAt);
    expect(await duties()).toMatchObject([{ holderId: project.body.id, dueAt, published: false }]);
    expect(await onDesk(project.who)).toMatchObject([{ kind: "relay", due: dueAt }]);
    expect(await onDesk(own.who)).toEqual([]);
    const look = `select 1 from duty where path = '${path}'`;
    const [stranger, torn] = [await addTaker(), await addTorn(own.body.id)];
    for (const other of [own.who, stranger.who, project.partner, torn])
      expect(await asRaw(kernel, other, look)).toBe("nothing");
    expect(await asRaw(kernel, officer, look)).toBe("done");
    expect(await asRaw(kernel, project.who, `update duty set ended_at = now() where path = '${path}'`)).toBe(
      "nothing",
    );

    kernel.setNow(new Date(dueAt.getTime() + 1));
    await callJob(kernel.worker, { id: app.newId(), name: "duty.tick" }, tickDuties, {});
    expect(await duties()).toMatchObject([{ overdueAt: expect.any(Date), escalatedAt: null, endedAt: null }]);
    const told = (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).map(
      ({ payload }) => payload as { kind: string; path: string; organizationId: string },
    );
    expect(told.filter((one) => one.path === path && one.kind === "duty.overdue")).toMatchObject([
      { organizationId: project.body.id },
    ]);
    await answer(project.who, publicId, "confirm");
    expect(await onDesk(project.who)).toEqual([]);
    await tell(project.who, publicId, { step: "begin", happenedOn: "2026-06-16" });
    expect(await onDesk(own.who)).toMatchObject([{ kind: "relay" }]);
    await answer(project.who, publicId, "takeBack");
    expect(await onDesk(own.who)).toEqual([]);
    expect((await duties()).map(({ endedBy }) => endedBy)).toEqual(["relay.answer", "relay.answer"]);
  });
});
