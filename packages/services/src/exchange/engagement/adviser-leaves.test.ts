import { outbox } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { loadIntroduction } from "../introduction/load.ts";
import { writeMessage } from "../introduction/write-message.ts";
import { closePosting } from "../posting/close-posting.ts";
import { loadAccompanied } from "./accompany.ts";
import { answerEngagement, endEngagement } from "./answer-engagement.ts";
import { letIn } from "./let-in.ts";
import { nameAdviser } from "./name-adviser.ts";
import { decidePair, listProposedPairs, proposePair } from "./propose-pair.ts";

// Days of engagements are compared with the day of the database, so the clock is today's.
let now = new Date();
const kernel = await createTestKernel(now);
const app = { ...kernel.app, clock: () => now };
const later = () => {
  now = new Date(now.getTime() + 1000);
};
const today = toShanghaiDate(now);
const reason = "We have nobody who knows this market.";
const addBody = async (given: Parameters<typeof addOrganization>[1] = {}) => {
  const body = await addOrganization(kernel, given);
  return { body, admin: await addMember(kernel, body) };
};
const client = await addBody({ links: ["materials"], offers: ["ncm811"] });
const institute = await addBody({ kind: "university_or_institute" });
const other = await addBody({ links: ["smelting"], offers: ["li2co3-batt"] });

async function name(of = client, body = institute) {
  const person = await addMember(kernel, body.body, { role: "editor" });
  const { publicId, id } = await call(app, of.admin.principal, nameAdviser, {
    organization: body.body.publicId,
    email: person.email,
    scopes: ["draft", "pair", "accompany"],
    fromOn: today,
    untilOn: shiftDate(today, 90),
    reason,
  });
  return { publicId, id, person };
}
async function engage(of = client, body = institute) {
  const named = await name(of, body);
  await call(app, named.person.principal, answerEngagement, { publicId: named.publicId, accept: true });
  return named;
}
async function introduce(of = client, asked = other) {
  const { publicId: posting } = await addPosting(kernel, asked.admin, "capability", sampleContent());
  const { publicId } = await call(app, of.admin.principal, askIntroduction, {
    posting,
    aim: "sample",
    message: "We would like to test ten tonnes in our line.",
  });
  await call(app, asked.admin.principal, acceptIntroduction, { publicId, acknowledge: true });
  return publicId;
}
const let_ = (engaged: { publicId: string }, publicId: string, by = client) =>
  call(app, by.admin.principal, letIn, { publicId, engagement: engaged.publicId });
const say = async (publicId: string, by = other.admin) => {
  later();
  return call(app, by.principal, writeMessage, { publicId, body: "What it costs stays here.", files: [] });
};
const advisersOf = async (publicId: string, by: TestMember) =>
  (await call(app, by.principal, loadIntroduction, { publicId })).advisers;
const told = async (person: TestMember) =>
  (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(
    ({ payload }) => payload.kind === "engagement.message" && payload.personId === person.personId,
  ).length;

it.each([
  ["ended by its client", "end"],
  ["over", "update engagement set from_on = '2020-01-01', until_on = '2020-02-01' where id = $1"],
  ["no longer for introductions", "update engagement set scopes = '{draft}' where id = $1"],
] as const)("[AV2] [AV6] an adviser whose engagement is %s has left the thread", async (_why, how) => {
  const engaged = await engage();
  const publicId = await introduce();
  await let_(engaged, publicId);
  await say(publicId);
  expect(await told(engaged.person)).toBe(1);
  expect(await advisersOf(publicId, other.admin)).toHaveLength(1);
  if (how === "end") await call(app, client.admin.principal, endEngagement, { publicId: engaged.publicId });
  else await kernel.ownerRows(how, [engaged.id]);
  await say(publicId);
  await say(publicId, client.admin);
  expect(await told(engaged.person)).toBe(1);
  for (const who of [other.admin, client.admin]) expect(await advisersOf(publicId, who)).toEqual([]);
  await expect(call(app, engaged.person.principal, loadAccompanied, { publicId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("[AV3] [AV6] a rival of the other side is not let in, and whoever comes to compete with it reads and hears nothing more", async () => {
  const smelter = await addBody({ links: ["smelting"] });
  const publicId = await introduce();
  await expect(let_(await engage(client, smelter), publicId)).rejects.toMatchObject({
    faults: [{ field: "engagement", rule: "tornAdviser" }],
  });
  const academy = await addBody({ kind: "university_or_institute" });
  const engaged = await engage(client, academy);
  await let_(engaged, publicId);
  await say(publicId);
  const thread = () => call(app, engaged.person.principal, loadAccompanied, { publicId });
  expect((await thread()).messages).toHaveLength(1);
  expect(await told(engaged.person)).toBe(1);
  // The academy sells what the other side sells: it is not said on the thread, for it would tell what is posted without a name.
  await addPosting(kernel, academy.admin, "capability", sampleContent());
  await say(publicId);
  await expect(thread()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await told(engaged.person)).toBe(1);
  expect(await advisersOf(publicId, client.admin)).toHaveLength(1);
});

it("[AV3] letting in tells a client nothing of what its adviser's body posts without a name", async () => {
  const academy = await addBody({ kind: "university_or_institute" });
  const engaged = await engage(client, academy);
  await addPosting(kernel, academy.admin, "capability", sampleContent({ concept: "ncm811" }));
  const publicId = await introduce();
  await let_(engaged, publicId);
  await say(publicId);
  expect(await told(engaged.person)).toBe(0);
  await expect(call(app, engaged.person.principal, loadAccompanied, { publicId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it.each(["own", "other", "engagement"] as const)(
  "[AV5] a pair that lapsed is answered no more: its %s has ended",
  async (what) => {
    const engaged = await engage();
    const need = await addPosting(kernel, client.admin, "need", sampleContent());
    const offer = await addPosting(kernel, other.admin, "capability", sampleContent());
    await call(app, engaged.person.principal, proposePair, {
      publicId: engaged.publicId,
      own: need.publicId,
      other: offer.publicId,
      reason,
    });
    const pairs = () => call(app, client.admin.principal, listProposedPairs, { publicId: need.publicId });
    const [open] = await pairs();
    expect(open).toMatchObject({ state: "open", lapsed: false });
    if (what === "own") await call(app, client.admin.principal, closePosting, { publicId: need.publicId });
    else if (what === "other")
      await call(app, other.admin.principal, closePosting, { publicId: offer.publicId });
    else await call(app, client.admin.principal, endEngagement, { publicId: engaged.publicId });
    expect(await pairs()).toMatchObject([{ state: "open", lapsed: true }]);
    const publicId = open?.publicId ?? "";
    for (const take of [true, false])
      await expect(call(app, client.admin.principal, decidePair, { publicId, take })).rejects.toMatchObject({
        code: "WRONG_STATE",
        params: { state: "lapsed" },
      });
    const statement = `update proposed_pair set state = 'taken', decided_by = app.person(), decided_at = now() where public_id = '${publicId}' returning 1`;
    expect(await asRaw(kernel, client.admin, statement)).toBe("nothing");
  },
);

it("[DK1] [AV1] an engagement that waits for a person stands on that person's desk, and on nobody else's", async () => {
  const named = await name();
  const colleague = await addMember(kernel, institute.body);
  const desk = async (who: TestMember) =>
    (await call(app, who.principal, loadDesk, {})).items.filter(({ kind }) => kind === "engagement");
  expect(await desk(named.person)).toMatchObject([
    { path: `/clients/${named.publicId}`, count: 1, due: null },
  ]);
  for (const who of [colleague, client.admin]) expect(await desk(who)).toEqual([]);
  await call(app, named.person.principal, answerEngagement, { publicId: named.publicId, accept: false });
  expect(await desk(named.person)).toEqual([]);
});
