import { auditEntry, engagement, outbox } from "@lilink/db/schema";
import { shiftDate, toShanghaiDate } from "@lilink/model/calendar";
import type { EngagementScope } from "@lilink/model/engagement";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  type TestMember,
  type TestOrganization,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { proposeEntry } from "../introduction/ledger.ts";
import { loadIntroduction } from "../introduction/load.ts";
import { writeMessage } from "../introduction/write-message.ts";
import { discardDraft } from "../posting/discard-draft.ts";
import { listOwnPostings } from "../posting/list-own-postings.ts";
import { loadDraft } from "../posting/load-draft.ts";
import { saveDraft } from "../posting/save-draft.ts";
import { submitPosting } from "../posting/submit-posting.ts";
import { loadAccompanied, writeForClient } from "./accompany.ts";
import { answerEngagement, endEngagement } from "./answer-engagement.ts";
import { letIn, letOut } from "./let-in.ts";
import { listAdvisers, listClients, loadClient } from "./list-engagements.ts";
import { nameAdviser } from "./name-adviser.ts";
import { handOverDraft, prepareDraft } from "./prepare-draft.ts";
import { decidePair, listProposedPairs, proposePair } from "./propose-pair.ts";

// Days of engagements are compared with the day of the database, so the clock is today's.
let now = new Date();
const kernel = await createTestKernel(now);
const app = { ...kernel.app, clock: () => now };
const later = () => {
  now = new Date(now.getTime() + 1000);
};
const today = toShanghaiDate(now);
const every: readonly EngagementScope[] = ["draft", "pair", "accompany"];
const reason = "We have nobody who knows the market of separators.";
const addBody = async (given: Parameters<typeof addOrganization>[1] = {}) => {
  const body = await addOrganization(kernel, given);
  return { body, admin: await addMember(kernel, body) };
};
const client = await addBody({ links: ["materials"], offers: ["ncm811"] });
const institute = await addBody({ kind: "university_or_institute" });
const other = await addBody({ links: ["smelting"], offers: ["li2co3-batt"] });

const name = (by: TestMember, body: TestOrganization, email: string, scopes = every, more = {}) =>
  call(app, by.principal, nameAdviser, {
    organization: body.publicId,
    email,
    scopes: [...scopes],
    fromOn: today,
    untilOn: shiftDate(today, 90),
    reason,
    ...more,
  });
async function engage(of = client, scopes = every, adviser?: TestMember) {
  const person = adviser ?? (await addMember(kernel, institute.body, { role: "editor" }));
  const { publicId, id } = await name(of.admin, institute.body, person.email, scopes);
  await call(app, person.principal, answerEngagement, { publicId, accept: true });
  return { publicId, id, person };
}
async function introduce(of = client, asked = other) {
  const { publicId: posting } = await addPosting(kernel, asked.admin, "capability", sampleContent());
  const { publicId, id } = await call(app, of.admin.principal, askIntroduction, {
    posting,
    aim: "sample",
    message: "We would like to test ten tonnes in our line.",
  });
  await call(app, asked.admin.principal, acceptIntroduction, { publicId, acknowledge: true });
  return { publicId, id };
}
const write = (who: TestMember, publicId: string, body: string) => {
  later();
  return call(app, who.principal, writeMessage, { publicId, body, files: [] });
};

describe("naming and answering", () => {
  it("[AV1] answers alike whether the address belongs to somebody of the body or not, and opens nothing before the answer", async () => {
    const person = await addMember(kernel, institute.body);
    const known = await name(client.admin, institute.body, person.email.toUpperCase());
    const unknown = await name(client.admin, institute.body, "nobody@test.example");
    expect(Object.keys(known)).toEqual(Object.keys(unknown));
    const advisers = await call(app, client.admin.principal, listAdvisers, {});
    const shown = (publicId: string) => advisers.find((one) => one.publicId === publicId);
    expect([shown(known.publicId)?.adviser.name, shown(unknown.publicId)?.adviser.name]).toEqual([
      null,
      null,
    ]);
    expect(await call(app, person.principal, listClients, {})).toMatchObject([
      { publicId: known.publicId, standing: "proposed" },
    ]);
    await expect(
      call(app, person.principal, prepareDraft, { publicId: known.publicId, kind: "need" }),
    ).rejects.toMatchObject({ code: "WRONG_STATE", params: { state: "proposed" } });
  });

  it("[AV1] says by field what is wrong: an own body, a body of the same link, days that end before they begin or last too long", async () => {
    const rival = await addBody({ links: ["materials"] });
    const of = (body: TestOrganization, more = {}) => name(client.admin, body, "a@test.example", every, more);
    await expect(of(client.body)).rejects.toMatchObject({
      faults: [{ field: "organization", rule: "ownBody" }],
    });
    await expect(of(rival.body)).rejects.toMatchObject({
      faults: [{ field: "organization", rule: "competes" }],
    });
    await expect(of(institute.body, { fromOn: shiftDate(today, 5), untilOn: today })).rejects.toMatchObject({
      faults: [{ field: "untilOn", rule: "endBeforeStart" }],
    });
    await expect(of(institute.body, { untilOn: shiftDate(today, 900) })).rejects.toMatchObject({
      faults: [{ field: "untilOn", rule: "dateTooFar" }],
    });
    await expect(of(institute.body, { fromOn: shiftDate(today, -1) })).rejects.toMatchObject({
      faults: [{ field: "fromOn", rule: "dateInPast" }],
    });
    await expect(name(client.admin, institute.body, "a@test.example", [])).rejects.toMatchObject({
      faults: [{ field: "scopes", rule: "notChosen" }],
    });
  });

  it("[AV3] whoever competes with the client by any body or by another client cannot accept, and the client is not told why", async () => {
    const rival = await addBody({ kind: "university_or_institute", offers: ["ncm811"] });
    const { publicId } = await name(client.admin, rival.body, rival.admin.email);
    await expect(
      call(app, rival.admin.principal, answerEngagement, { publicId, accept: true }),
    ).rejects.toMatchObject({ code: "CONFLICT_OF_INTEREST" });
    const [shown] = await call(app, client.admin.principal, listAdvisers, {});
    expect(shown).toMatchObject({ publicId, standing: "proposed" });
    const { person } = await engage();
    const third = await addBody({ links: ["materials"] });
    const second = await name(third.admin, institute.body, person.email);
    await expect(
      call(app, person.principal, answerEngagement, { publicId: second.publicId, accept: true }),
    ).rejects.toMatchObject({ code: "CONFLICT_OF_INTEREST" });
  });

  it("[AV3] an adviser that comes to compete with its client has no right from then on", async () => {
    const school = await addBody({ kind: "university_or_institute" });
    const { publicId } = await name(client.admin, school.body, school.admin.email);
    await call(app, school.admin.principal, answerEngagement, { publicId, accept: true });
    await call(app, school.admin.principal, prepareDraft, { publicId, kind: "need" });
    await kernel.ownerRows(
      "insert into organization_stance (organization_id, source, key) values ($1, 'profile', 'offers:ncm811')",
      [school.body.id],
    );
    await expect(
      call(app, school.admin.principal, prepareDraft, { publicId, kind: "need" }),
    ).rejects.toMatchObject({ code: "CONFLICT_OF_INTEREST" });
  });

  it("[AV2] either side ends it at once, once; nobody else of the adviser's body sees it", async () => {
    const { publicId, person } = await engage();
    const colleague = await addMember(kernel, institute.body);
    await expect(call(app, colleague.principal, endEngagement, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const editor = await addMember(kernel, client.body, { role: "editor" });
    await expect(call(app, editor.principal, endEngagement, { publicId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await call(app, person.principal, endEngagement, { publicId, reason: "I change to another field." });
    await expect(call(app, client.admin.principal, endEngagement, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    expect(await call(app, person.principal, loadClient, { publicId })).toMatchObject({
      standing: "ended",
      endedSide: "adviser",
    });
  });

  it("[AV2] holds on its days alone", async () => {
    const { publicId, id, person } = await engage();
    await kernel.owner
      .update(engagement)
      .set({ fromOn: shiftDate(today, -9), untilOn: shiftDate(today, -1) })
      .where(eq(engagement.id, id));
    await expect(call(app, person.principal, prepareDraft, { publicId, kind: "need" })).rejects.toMatchObject(
      { code: "WRONG_STATE", params: { state: "over" } },
    );
  });
});

describe("drafts", () => {
  it("[AV4] an adviser fills a draft in and hands it over; only the client hands it in, and the mark stays", async () => {
    const { publicId, person } = await engage();
    const draft = await call(app, person.principal, prepareDraft, { publicId, kind: "need" });
    const ref = { publicId: draft.publicId };
    const content = sampleContent({ title: "Wanted: separators" });
    await call(app, person.principal, saveDraft, {
      ...ref,
      revision: 0,
      content: { ...content },
      levels: {},
    });
    await expect(call(app, person.principal, submitPosting, ref)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(call(app, person.principal, discardDraft, ref)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await call(app, person.principal, handOverDraft, ref);
    await expect(call(app, person.principal, loadDraft, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await call(app, client.admin.principal, loadDraft, ref)).toMatchObject({
      prepared: { name: `Person ${person.email}`, body: { nameZh: institute.body.name } },
    });
    await call(app, client.admin.principal, submitPosting, { ...ref, acknowledgeDoubts: true });
    const { items } = await call(app, client.admin.principal, listOwnPostings, {});
    expect(items.find((one) => one.publicId === draft.publicId)?.adviser).toBe(`Person ${person.email}`);
  });

  it("[AV4] what the client changes is its own: with that the adviser reads the draft no longer", async () => {
    const { publicId, person } = await engage();
    const { publicId: id } = await call(app, person.principal, prepareDraft, { publicId, kind: "need" });
    const save = (who: TestMember, revision: number, title: string) =>
      call(app, who.principal, saveDraft, { publicId: id, revision, content: { title }, levels: {} });
    await save(person, 0, "By the adviser");
    await save(client.admin, 1, "With a secret of ours");
    await expect(save(person, 2, "By the adviser again")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(call(app, person.principal, loadDraft, { publicId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[AV7] acts for a client stand in both logs, marked", async () => {
    const { publicId, person } = await engage();
    const { id } = await call(app, person.principal, prepareDraft, { publicId, kind: "need" });
    const entries = await kernel.owner
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, id), eq(auditEntry.action, "engagement.draft")));
    expect(new Set(entries.map(({ organizationId }) => organizationId))).toEqual(
      new Set([client.body.id, institute.body.id]),
    );
    expect(entries.every(({ personId }) => personId === person.personId)).toBe(true);
    const inClients = entries.find(({ organizationId }) => organizationId === client.body.id);
    expect(inClients?.detail).toEqual({
      client: client.body.name,
      adviser: `Person ${person.email} · ${institute.body.name}`,
    });
  });
});

describe("pairs", () => {
  it("[AV5] are proposed once, shown to the client, and decided by it alone", async () => {
    const { publicId, person } = await engage();
    const own = await addPosting(kernel, client.admin, "need", sampleContent());
    const fits = await addPosting(kernel, other.admin, "capability", sampleContent());
    const propose = (posting: string) =>
      call(app, person.principal, proposePair, { publicId, own: own.publicId, other: posting, reason });
    await propose(fits.publicId);
    await expect(propose(fits.publicId)).rejects.toMatchObject({
      faults: [{ field: "other", rule: "duplicate" }],
    });
    await expect(propose("nosuchposting")).rejects.toMatchObject({
      faults: [{ field: "other", rule: "notInList" }],
    });
    const [pair] = await call(app, client.admin.principal, listProposedPairs, { publicId: own.publicId });
    expect(pair).toMatchObject({ reason, state: "open", other: { publicId: fits.publicId } });
    const ref = { publicId: pair?.publicId ?? "", take: true };
    await expect(call(app, person.principal, decidePair, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await call(app, client.admin.principal, decidePair, ref)).toMatchObject({ other: fits.publicId });
    await expect(
      call(app, client.admin.principal, decidePair, { ...ref, take: false }),
    ).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  it("[AV3] [AV5] a hand on the other side is refused where it shows its name, and otherwise kept from the client without a word", async () => {
    const school = await addBody({ kind: "university_or_institute" });
    const beside = await addBody({ kind: "university_or_institute" });
    const { publicId } = await name(client.admin, school.body, school.admin.email);
    await call(app, school.admin.principal, answerEngagement, { publicId, accept: true });
    await kernel.ownerRows(
      "insert into membership (organization_id, person_id, role, active, created_at) values ($1, $2, 'viewer', true, now())",
      [beside.body.id, school.admin.personId],
    );
    const person = school.admin;
    const own = await addPosting(kernel, client.admin, "need", sampleContent());
    const offer = (identity: "everyone" | "partner") =>
      addPosting(kernel, beside.admin, "capability", sampleContent(), { identity });
    const [named, nameless] = [await offer("everyone"), await offer("partner")];
    const propose = (posting: string) =>
      call(app, person.principal, proposePair, { publicId, own: own.publicId, other: posting, reason });
    await expect(propose(named.publicId)).rejects.toMatchObject({
      faults: [{ field: "other", rule: "tornAdviser" }],
    });
    await propose(nameless.publicId);
    expect(await call(app, client.admin.principal, listProposedPairs, { publicId: own.publicId })).toEqual(
      [],
    );
    expect((await call(app, person.principal, loadClient, { publicId })).pairs).toMatchObject([
      { state: "open" },
    ]);
  });
});

describe("introductions", () => {
  it("[AV6] an adviser reads from when it is let in, writes for its client, and the other side is told", async () => {
    const { publicId, person } = await engage();
    const { publicId: intro, id } = await introduce();
    await write(other.admin, intro, "What we said before.");
    const ref = { publicId: intro };
    await expect(call(app, person.principal, loadAccompanied, ref)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    later();
    await call(app, client.admin.principal, letIn, { ...ref, engagement: publicId });
    await write(other.admin, intro, "What we say now.");
    later();
    await call(app, person.principal, writeForClient, { ...ref, body: "For our client: yes." });
    const read = await call(app, person.principal, loadAccompanied, ref);
    expect(read).toMatchObject({ client: { nameZh: client.body.name }, other: { nameZh: other.body.name } });
    expect(read.messages.map(({ body }) => body)).toEqual(["What we say now.", "For our client: yes."]);
    const seen = await call(app, other.admin.principal, loadIntroduction, ref);
    expect(seen.advisers).toMatchObject([{ name: `Person ${person.email}`, ours: false, engagement: null }]);
    expect(seen.messages.at(-1)).toMatchObject({ side: "asking", adviser: { nameZh: institute.body.name } });
    const told = await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
    expect(
      told.filter(({ payload }) => payload.kind === "engagement.letIn" && payload.introductionId === id),
    ).toMatchObject([{ payload: { side: "asked" } }, { payload: { personId: person.personId } }]);
    await expect(
      call(app, person.principal, proposeEntry, { ...ref, step: "meeting", occurredOn: today }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await call(app, client.admin.principal, letOut, { ...ref, engagement: publicId });
    await expect(call(app, person.principal, loadAccompanied, ref)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[AV2] [AV6] the end of the engagement takes effect with the next request", async () => {
    const { publicId, person } = await engage();
    const { publicId: intro } = await introduce();
    await call(app, client.admin.principal, letIn, { publicId: intro, engagement: publicId });
    await call(app, person.principal, writeForClient, { publicId: intro, body: "Still here." });
    await call(app, client.admin.principal, endEngagement, { publicId });
    await expect(
      call(app, person.principal, writeForClient, { publicId: intro, body: "And now?" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("[AV3] [AV6] nobody of the other side, of its group, or with both sides as clients is let in", async () => {
    const groupId = kernel.app.newId();
    await kernel.ownerRows(
      "insert into organization_group (id, public_id, name, created_at) values ($1, $2, 'One', now())",
      [groupId, kernel.app.newPublicId()],
    );
    const parent = await addBody({ links: ["smelting"], groupId });
    const school = await addBody({ kind: "university_or_institute", groupId });
    const { publicId } = await name(client.admin, school.body, school.admin.email);
    await call(app, school.admin.principal, answerEngagement, { publicId, accept: true });
    const torn = { faults: [{ field: "engagement", rule: "tornAdviser" }] };
    const first = await introduce(client, parent);
    await expect(
      call(app, client.admin.principal, letIn, { publicId: first.publicId, engagement: publicId }),
    ).rejects.toMatchObject(torn);
    const maker = await addBody({ links: ["smelting"] });
    const both = await engage();
    await engage(maker, every, both.person);
    const second = await introduce(client, maker);
    await expect(
      call(app, client.admin.principal, letIn, { publicId: second.publicId, engagement: both.publicId }),
    ).rejects.toMatchObject(torn);
  });
});
