import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  publishRecord,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { acceptIntroduction, declineIntroduction } from "../../exchange/introduction/answer.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { endIntroduction, withdrawIntroduction } from "../../exchange/introduction/close.ts";
import { decideEntry, proposeEntry } from "../../exchange/introduction/ledger.ts";
import { listIntroductions } from "../../exchange/introduction/list.ts";
import { listOfAchievement } from "../../exchange/introduction/list-of-achievement.ts";
import { loadIntroduction } from "../../exchange/introduction/load.ts";
import { prepareIntroduction } from "../../exchange/introduction/prepare.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { claimResult } from "./claim-result.ts";
import { loadRelay, loadResult, loadResultOfAchievement } from "./load-relay.ts";
import { offerResult } from "./offer-result.ts";
import { answerRelayStep } from "./tell-step.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const refused = (code: string) => expect.objectContaining({ code });
const fault = (field: string, rule: string) => ({ faults: [expect.objectContaining({ field, rule })] });
const addFirm = async (name: string) => addMember(kernel, await addOrganization(kernel, { name }));
const office = await addMember(
  kernel,
  await addOrganization(kernel, { name: "OFFICE", kind: "university_or_institute" }),
);
const stranger = await addFirm("STRANGER");
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const strangersNeed = await addPosting(kernel, stranger, "need", sampleContent({ figures: [], trl: 6 }));

const title = { zh: "低磁性杂质电池级碳酸锂的制备", en: "Battery-grade lithium carbonate" };
const values = {
  links: ["smelting"],
  readiness: 7,
  teaser: title,
  difference: { zh: "少一道碳化工序。", en: "One carbonation step less." },
  ownCost: { value: "31000", low: null, high: null, unit: "CNY/t", basis: null },
  rivalCost: { value: "42000", low: null, high: null, unit: "CNY/t", basis: null },
  basis: "按碳酸锂当量计",
};
const steps = [
  ["disclose", office],
  ["clear", office, "", { priorityOn: "2026-06-12" }],
  ["offer", office, "", { offeredOn: "2026-09-01" }],
] as const;
let made = 0;

/** An achievement that is offered and, unless told otherwise, on the board of the relay. */
async function offer(onBoard = true) {
  made += 1;
  const named = { ...values, title: { ...title, zh: `${title.zh}${made}` } };
  const publicId = await publishRecord(kernel, "achievement", office, named, steps);
  const put = () =>
    call(app, office.principal, offerResult, {
      ...{ source: "achievement", of: publicId, use: "For cathodes.", node: "sse-sulfide" },
      rung: "pilot",
    });
  return { publicId, put, result: onBoard ? (await put()).publicId : "" };
}

async function addTaker(name: string) {
  const who = await addFirm(name);
  return { who, need: await addPosting(kernel, who, "need", sampleContent({ title: `NEED-${name}` })) };
}
type Taker = Awaited<ReturnType<typeof addTaker>>;

const ask = (who: TestMember, given: object) =>
  call(app, who.principal, askIntroduction, {
    aim: "licence_talk",
    message: "We would like to talk about a licence.",
    ...given,
  });
const accept = (who: TestMember, publicId: string) =>
  call(app, who.principal, acceptIntroduction, { publicId, acknowledge: true });
const claimOf = async (who: TestMember, result: string) =>
  (await call(app, who.principal, loadResult, { publicId: result })).claims[0];
const load = (who: TestMember, publicId: string) =>
  call(app, who.principal, recordVerbs.achievement?.load as never, { publicId } as never) as Promise<{
    state: string;
    revision: number;
    life: { step: string; by: string | null }[];
  }>;
const stateOf = async (publicId: string) => (await load(stranger, publicId)).state;
const step = async (publicId: string, name: string, given: object = {}) =>
  call(
    app,
    office.principal,
    recordVerbs.achievement?.step as never,
    { publicId, step: name, revision: (await load(office, publicId)).revision, ...given } as never,
  );
/** One side tells an outcome, the other confirms it. */
async function confirm(teller: TestMember, other: TestMember, publicId: string, what: "trial" | "contract") {
  const { publicId: entry } = await call(app, teller.principal, proposeEntry, {
    ...{ publicId, step: what, occurredOn: "2026-11-20" },
  });
  return () => call(app, other.principal, decideEntry, { entry, action: "confirm" });
}

/** Time goes by, so that steps have an order. */
const later = () => kernel.setNow(new Date(app.clock().getTime() + 60_000));

/** A firm asks for an achievement by its need, and the owner agrees. */
async function meet(taker: Taker, of: { publicId: string }) {
  const made = await ask(taker.who, { achievement: of.publicId, own: taker.need.publicId });
  later();
  await accept(office, made.publicId);
  return made.publicId;
}

describe("asking for an achievement", () => {
  it("[AC8] its owner is asked, and reads which one; both lists, the desk and the notice name it", async () => {
    const [taker, of] = [await addTaker("ASKER"), await offer()];
    const form = await call(app, taker.who.principal, prepareIntroduction, { achievement: of.publicId });
    expect(form).toMatchObject({
      posting: null,
      mine: false,
      open: null,
      achievement: { publicId: of.publicId },
    });
    const { publicId } = await ask(taker.who, { achievement: of.publicId, own: taker.need.publicId });
    const seen = await call(app, office.principal, loadIntroduction, { publicId });
    expect(seen).toMatchObject({
      side: "asked",
      asked: null,
      asking: { publicId: taker.need.publicId },
      achievement: { publicId: of.publicId, titleEn: title.en },
      other: null,
    });
    const { items } = await call(app, office.principal, listIntroductions, { state: "sent" });
    expect(items.find((one) => one.publicId === publicId)?.achievement?.publicId).toBe(of.publicId);
    const desk = await call(app, office.principal, loadDesk, {});
    expect(desk.items.find(({ path }) => path === `/introductions/${publicId}`)?.title).toContain(title.zh);
    const again = await call(app, taker.who.principal, prepareIntroduction, { achievement: of.publicId });
    expect(again.open).toBe(publicId);
    await expect(ask(taker.who, { achievement: of.publicId })).rejects.toEqual(refused("CONFLICT"));
  });

  it("[AC8] what is not offered, one's own, and another's beside a need are refused", async () => {
    const [taker, of] = [await addTaker("WRONG"), await offer()];
    await expect(ask(office, { achievement: of.publicId })).rejects.toEqual(refused("WRONG_STATE"));
    await expect(
      ask(taker.who, { achievement: of.publicId, posting: strangersNeed.publicId }),
    ).rejects.toEqual(refused("NOT_FOUND"));
    await expect(ask(taker.who, {})).rejects.toMatchObject(fault("posting", "required"));
    await step(of.publicId, "negotiate");
    await expect(ask(taker.who, { achievement: of.publicId })).rejects.toEqual(refused("NOT_FOUND"));
  });

  it("[AC8] beside a need the asking side offers its own, and the relay is told the need's owner", async () => {
    const [taker, of] = [await addTaker("ASKED"), await offer()];
    const { publicId } = await ask(office, { achievement: of.publicId, posting: taker.need.publicId });
    await accept(taker.who, publicId);
    expect(await claimOf(office, of.result)).toMatchObject({
      state: "claimed",
      title: "NEED-ASKED",
      taker: { nameZh: "ASKED" },
      side: "holder",
    });
    expect(await stateOf(of.publicId)).toBe("negotiating");
  });
});

describe("what both sides confirm", () => {
  it("[AC9] agreement claims the result, a contract begins the work, and the transfer keeps its mode", async () => {
    const [taker, of] = [await addTaker("LICENSEE"), await offer()];
    const publicId = await meet(taker, of);
    expect(await claimOf(taker.who, of.result)).toMatchObject({ state: "claimed", side: "taker" });
    const [lane] = (await call(app, stranger.principal, loadRelay, {})).results.filter(
      (one) => one.publicId === of.result,
    );
    expect(lane).toMatchObject({ lane: "claimed", clock: { isOpen: false }, titleEn: title.en });
    const place = await call(app, stranger.principal, loadResultOfAchievement, { publicId: of.publicId });
    expect(place).toMatchObject({ publicId: of.result, holder: lane?.holder });
    later();
    const yes = await confirm(taker.who, office, publicId, "contract");
    expect(await claimOf(office, of.result)).toMatchObject({ state: "claimed" });
    await yes();
    expect(await claimOf(office, of.result)).toMatchObject({
      state: "working",
      steps: [
        { step: "claim", state: "confirmed" },
        { step: "begin", state: "confirmed", happenedOn: "2026-11-24" },
      ],
    });
    const [talk] = await call(app, office.principal, listOfAchievement, { achievement: of.publicId });
    expect(talk).toMatchObject({ publicId, side: "asked", outcome: { step: "contract", on: "2026-11-20" } });
    await step(of.publicId, "transfer", {
      values: { mode: "licence", contractOn: "2026-11-20", contractNumber: "L-7" },
    });
    await call(app, taker.who.principal, endIntroduction, { publicId, note: "Done." });
    expect(await stateOf(of.publicId)).toBe("transferred");
    expect(await claimOf(office, of.result)).toMatchObject({ state: "working" });
  });

  it("[AC9] the end of talks tells a return with its reason, and the achievement is offered again", async () => {
    const [taker, of] = [await addTaker("LEAVER"), await offer()];
    const publicId = await meet(taker, of);
    const end = (note?: string) =>
      call(app, taker.who.principal, endIntroduction, { publicId, ...(note && { note }) });
    await expect(end()).rejects.toMatchObject(fault("note", "required"));
    later();
    await end("The price is too high.");
    expect(await stateOf(of.publicId)).toBe("offered");
    const claim = await claimOf(office, of.result);
    const told = claim?.steps.find(({ state }) => state === "told");
    expect(told).toMatchObject({ step: "return", words: "The price is too high.", isOwn: false });
    await call(app, office.principal, answerRelayStep, {
      ...{ publicId: told?.publicId ?? "", answer: "confirm", words: "" },
    });
    expect(await claimOf(office, of.result)).toMatchObject({ state: "returned" });
    const { life } = await load(stranger, of.publicId);
    expect(JSON.stringify(life)).not.toMatch(/price|LEAVER/);
    expect(life.map((one) => one.step).slice(-2)).toEqual(["negotiate", "reopen"]);
  });

  it("[AC9] others who talk keep it in talks, and so does an owner who said it by hand", async () => {
    const [one, two, of] = [await addTaker("ONE"), await addTaker("TWO"), await offer()];
    const first = await ask(one.who, { achievement: of.publicId });
    const second = await ask(two.who, { achievement: of.publicId });
    for (const { publicId } of [first, second]) await accept(office, publicId);
    await call(app, office.principal, endIntroduction, { publicId: first.publicId, note: "No." });
    expect(await stateOf(of.publicId)).toBe("negotiating");
    later();
    await step(of.publicId, "reopen", { reason: "Not exclusive." });
    later();
    await step(of.publicId, "negotiate");
    await call(app, office.principal, endIntroduction, { publicId: second.publicId, note: "No." });
    expect(await stateOf(of.publicId)).toBe("negotiating");
  });

  it("[AC9] what comes to the board during talks is claimed by them, a contract from before included", async () => {
    const [taker, of] = [await addTaker("EARLY"), await offer(false)];
    const publicId = await meet(taker, of);
    await (await confirm(office, taker.who, publicId, "trial"))();
    const result = (await of.put()).publicId;
    expect(await claimOf(office, result)).toMatchObject({ state: "working", title: "NEED-EARLY" });
  });

  it("[AC9] a claim that was filed by hand is not filed twice", async () => {
    const [taker, of] = [await addTaker("BYHAND"), await offer()];
    await call(app, taker.who.principal, claimResult, {
      ...{ publicId: of.result, by: "need", of: taker.need.publicId, words: "" },
    });
    const publicId = await meet(taker, of);
    const { claims } = await call(app, office.principal, loadResult, { publicId: of.result });
    expect(claims).toMatchObject([{ state: "claimed" }]);
    const { relay } = await call(app, taker.who.principal, loadIntroduction, { publicId });
    expect(relay).toEqual({ publicId: of.result, state: "claimed" });
  });
});

describe("who learns of it", () => {
  /** Everything of an achievement and its talks that an outsider can open. */
  const look = async (who: TestMember, of: Awaited<ReturnType<typeof offer>>) =>
    JSON.stringify([
      await load(who, of.publicId),
      await call(app, who.principal, loadRelay, {}),
      await call(app, who.principal, loadResult, { publicId: of.result }),
      (await call(app, who.principal, loadDesk, {})).items,
    ]);
  const hidden = ["introduction", "introduction_party", "ledger_entry", "relay_claim", "relay_step"];

  it("[AC9] before both agreed nobody outside reads anything, whatever the two sides do", async () => {
    const of = await offer();
    const taken = fc.array(fc.constantFrom("decline", "withdraw", "end", "propose"), { maxLength: 3 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(taken, fc.boolean(), async (acts, byAsking) => {
        round += 1;
        const taker = await addTaker(`HIDDEN${round}`);
        const before = [await look(stranger, of), await look(officer, of)];
        const { publicId } = await ask(taker.who, { achievement: of.publicId, own: taker.need.publicId });
        const { principal } = byAsking ? taker.who : office;
        for (const act of acts) {
          const tried =
            act === "decline"
              ? call(app, principal, declineIntroduction, { publicId, reason: "ip" })
              : act === "withdraw"
                ? call(app, principal, withdrawIntroduction, { publicId })
                : act === "end"
                  ? call(app, principal, endIntroduction, { publicId, note: "x" })
                  : call(app, principal, proposeEntry, {
                      ...{ publicId, step: "trial", occurredOn: "2026-11-20" },
                    });
          await tried.catch(() => undefined);
        }
        expect([await look(stranger, of), await look(officer, of)]).toEqual(before);
        expect(JSON.stringify(await call(app, office.principal, loadIntroduction, { publicId }))).not.toMatch(
          /"HIDDEN\d+"/,
        );
      }),
      { numRuns: 6 },
    );
  });

  it("[AC9] afterwards everybody reads that it is in talks and since which month, and nobody with whom", async () => {
    const [taker, of] = [await addTaker("SECRETFIRM"), await offer()];
    const publicId = await meet(taker, of);
    await (await confirm(taker.who, office, publicId, "contract"))();
    const seen = await look(stranger, of);
    expect(seen).toContain("working");
    for (const token of ["SECRETFIRM", taker.who.personId, taker.need.publicId])
      expect(seen).not.toContain(token);
    for (const table of hidden)
      expect([table, await asRaw(kernel, stranger, `select 1 from ${table}`)]).toEqual([table, "nothing"]);
  });

  it("[AC9] neither side writes a claim or a word of the other's by hand", async () => {
    const [taker, of] = [await addTaker("FORGER"), await offer()];
    const { publicId } = await ask(taker.who, { achievement: of.publicId });
    const forge = `insert into relay_claim (id, public_id, result_id, org_id, holder_id, posting_id, introduction_id, title, state, named, moved_at, created_at)
      select gen_random_uuid(), 'forged-claim', r.id, app.org(), r.org_id, p.id, i.id, 'x', 'asked', false, now(), now()
      from relay_result r, introduction i, posting p where r.public_id = '${of.result}' and i.public_id = '${publicId}' and p.public_id = '${taker.need.publicId}'`;
    expect(await asRaw(kernel, taker.who, forge)).toBe("42501");
    for (const change of [
      "achievement_id = gen_random_uuid()",
      "asked_posting_id = null, achievement_id = null",
    ])
      expect(
        await asRaw(kernel, office, `update introduction set ${change} where public_id = '${publicId}'`),
      ).not.toBe("done");
    for (const name of ["claim_by_introduction", "step_achievement", "begin_by_introduction"])
      expect(await asRaw(kernel, office, `select app.${name}`)).not.toBe("done");
  });
});
