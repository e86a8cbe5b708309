import { claim, disclosureRead, membership, returnExplanation } from "@lilink/db/schema";
import { concepts, linkIds } from "@lilink/model/chain";
import { toCreditCode } from "@lilink/model/codes";
import { rivalKeysOf } from "@lilink/model/posting";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  adoptDefinitions,
  asRaw,
  createTestKernel,
  openTestRound,
  sampleContent,
  type TestMember,
  type TestOrganization,
} from "../../../testing/index.ts";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { publishPosting, returnPosting } from "../../exchange/posting/decide-review.ts";
import { listReviews } from "../../exchange/posting/list-reviews.ts";
import { loadPosting } from "../../exchange/posting/load-posting.ts";
import { loadReview } from "../../exchange/posting/load-review.ts";
import { submitPosting } from "../../exchange/posting/submit-posting.ts";
import { queryReturn, verifyReturn } from "../../figures/return/decide-return.ts";
import { listReturnQueue } from "../../figures/return/list-queue.ts";
import { loadReturnReview } from "../../figures/return/load-review.ts";
import { saveValues } from "../../figures/return/save-values.ts";
import { submitReturn } from "../../figures/return/submit-return.ts";
import { loadDesk } from "../../group/desk/load.ts";
import { decideReport } from "../../group/report/decide-report.ts";
import { fileReport } from "../../group/report/file-report.ts";
import { listReports } from "../../group/report/list-reports.ts";
import { call } from "../../kernel/call.ts";
import { approveClaim } from "../claim/decide-claim.ts";
import { listClaims } from "../claim/list-claims.ts";
import { assignGroup, createGroup } from "./group.ts";
import { loadOrganization } from "./load-organization.ts";
import { setOrganizationStatus } from "./set-status.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner } = kernel;
await adoptDefinitions(kernel);
const { secretariat, officer } = await addOffice(kernel);
/** Makes nickel cathodes; its rival another grade of the same family, and a firm in between nothing of the kind. */
const firm = await addOrganization(kernel, { offers: ["ncm811"] });
const rival = await addOrganization(kernel, { links: ["smelting"], offers: ["ncm523", "li2co3-batt"] });
const other = await addOrganization(kernel, { offers: ["artificial-graphite"] });
const maker = await addMember(kernel, rival);
const stranger = await addMember(kernel, other);
const torn = await addTorn(firm, "officer");
const kept = { code: "CONFLICT_OF_INTEREST" };

/** Acts for the secretariat, and belongs to a firm as well. */
async function addTorn(to: TestOrganization, duty: "officer" | "secretary"): Promise<TestMember> {
  const member = await addMember(kernel, secretariat, { duties: [duty] });
  await owner
    .insert(membership)
    .values({ organizationId: to.id, personId: member.personId, role: "viewer", createdAt: app.clock() });
  return member;
}

const submit = async (by: TestMember, concept = "ncm523") => {
  const made = await call(app, by.principal, createPosting, {
    kind: "capability",
    content: { ...sampleContent({ concept, title: "Cathode", figures: [] }) },
  });
  await call(app, by.principal, submitPosting, { publicId: made.publicId });
  return made;
};

describe("an officer who belongs to a competitor", () => {
  it("[PL12] neither reads nor decides its posting in review, by verb or past it", async () => {
    const { id, publicId } = await submit(maker);
    await expect(call(app, torn.principal, loadReview, { publicId })).rejects.toMatchObject(kept);
    await expect(call(app, torn.principal, publishPosting, { publicId })).rejects.toMatchObject(kept);
    const refusal = { publicId, criteria: ["specific" as const], reason: "Say more." };
    await expect(call(app, torn.principal, returnPosting, refusal)).rejects.toMatchObject(kept);
    const read = `select 1 from posting_part where posting_id = '${id}'`;
    expect([await asRaw(kernel, torn, read), await asRaw(kernel, officer, read)]).toEqual([
      "nothing",
      "done",
    ]);
    const decide = `select 1 where app.decide_posting('${id}', 1, true, now(), now())`;
    expect(await asRaw(kernel, torn, decide)).toBe("nothing");
    const log = await owner
      .select()
      .from(disclosureRead)
      .where(eq(disclosureRead.readerPersonId, torn.personId));
    expect(log).toEqual([]);
    const { items } = await call(app, torn.principal, listReviews, {});
    expect(items.find((item) => item.publicId === publicId)).toMatchObject({ own: false, conflict: true });
    await call(app, officer.principal, publishPosting, { publicId });
  });

  it("[PL12] reviews what touches none of their bodies, and finds only that on the desk", async () => {
    const theirs = await submit(maker);
    const { publicId } = await submit(stranger, "spodumene-ore");
    const count = async (who: TestMember) =>
      (await call(app, who.principal, loadDesk, {})).items.find(({ kind }) => kind === "review")?.count ?? 0;
    expect((await count(officer)) - (await count(torn))).toBe(1);
    expect((await call(app, torn.principal, loadReview, { publicId })).publicId).toBe(publicId);
    await call(app, torn.principal, publishPosting, { publicId });
    await call(app, officer.principal, publishPosting, { publicId: theirs.publicId });
  });

  it("[PL12] reads live postings as the firm does, and does not review a posting that will add a competing stance", async () => {
    const content = sampleContent({ concept: "nca" });
    const live = await addPosting(kernel, maker, "capability", content);
    const fieldsOf = async (who: TestMember) =>
      (await call(app, who.principal, loadPosting, { publicId: live.publicId })).reading?.fields.figures;
    expect(await fieldsOf(officer)).toContainEqual(expect.objectContaining({ attribute: "capacity_ta" }));
    expect((await fieldsOf(torn)) ?? []).not.toContainEqual(
      expect.objectContaining({ attribute: "capacity_ta" }),
    );
    const newcomer = await addMember(kernel, await addOrganization(kernel));
    const { publicId } = await submit(newcomer, "ncm622");
    await expect(call(app, torn.principal, loadReview, { publicId })).rejects.toMatchObject(kept);
    await call(app, officer.principal, publishPosting, { publicId });
  });

  it("[PL12] reads no figure of its returns, and neither verifies nor queries them", async () => {
    const round = await openTestRound(kernel, officer, "2026Q3");
    const { publicId, id } = await round.formOf(rival, "smelting.quarterly");
    const figure = {
      component: "lithium_salt_output",
      place: ["li2co3-batt", "brine"],
      raw: "1",
      revision: 0,
    };
    await call(app, maker.principal, saveValues, { publicId, version: 1, values: [figure] });
    await owner.insert(returnExplanation).values({
      formId: id,
      organizationId: rival.id,
      version: 1,
      check: "missing",
      text: "As planned.",
      changedAt: app.clock(),
    });
    await call(app, maker.principal, submitReturn, { publicId, version: 1, reason: "By agreement." });
    await expect(call(app, torn.principal, loadReturnReview, { publicId })).rejects.toMatchObject(kept);
    await expect(call(app, torn.principal, verifyReturn, { publicId, version: 1 })).rejects.toMatchObject(
      kept,
    );
    const items = [{ component: "lithium_salt_output", text: "Is it so?" }];
    await expect(
      call(app, torn.principal, queryReturn, { publicId, version: 1, items }),
    ).rejects.toMatchObject(kept);
    for (const table of ["return_value", "return_explanation", "return_event"]) {
      const read = `select 1 from ${table} where form_id = '${id}'`;
      expect([await asRaw(kernel, torn, read), await asRaw(kernel, officer, read)]).toEqual([
        "nothing",
        "done",
      ]);
    }
    const decide = `select app.decide_return('${id}', 1, true, null, gen_random_uuid(), now())`;
    expect(await asRaw(kernel, torn, decide)).toBe("42501");
    const { items: queue } = await call(app, torn.principal, listReturnQueue, {});
    expect(queue.find((item) => item.publicId === publicId)).toMatchObject({ own: false, conflict: true });
    await call(app, officer.principal, verifyReturn, { publicId, version: 1 });
  });

  it("[PL12] decides no report about it or by it, nor its suspension, nor its group", async () => {
    for (const [by, about] of [
      [maker, other],
      [stranger, rival],
    ] as const) {
      const { publicId } = await call(app, by.principal, fileReport, {
        subject: "organization",
        publicId: about.publicId,
        reason: "falseFigures",
        words: "What it says cannot be so.",
      });
      const finding = { publicId, finding: "unfounded", note: "There is nothing in it." } as const;
      await expect(call(app, torn.principal, decideReport, finding)).rejects.toMatchObject(kept);
      const past = `select 1 from app.decide_report('${publicId}', 'unfounded', '-', now())`;
      expect(await asRaw(kernel, torn, past)).toBe("nothing");
      const words = `select words from abuse_report where public_id = '${publicId}'`;
      expect([await asRaw(kernel, torn, words), await asRaw(kernel, officer, words)]).toEqual([
        "nothing",
        "done",
      ]);
      const { items } = await call(app, torn.principal, listReports, {});
      expect(items.find((report) => report.publicId === publicId)).toMatchObject({
        ...{ conflict: true, words: null, names: null },
      });
      await call(app, officer.principal, decideReport, finding);
    }
    const suspend = { publicId: rival.publicId, status: "suspended", reason: "It has ended." } as const;
    await expect(call(app, torn.principal, setOrganizationStatus, suspend)).rejects.toMatchObject(kept);
    const seenBy = (who: TestMember) =>
      call(app, who.principal, loadOrganization, { publicId: rival.publicId });
    expect(await seenBy(torn)).toMatchObject({ profile: null, nextStatuses: [] });
    expect(await seenBy(officer)).toMatchObject({ profile: { offers: ["ncm523", "li2co3-batt"] } });
    const { publicId: group } = await call(app, officer.principal, createGroup, { name: "A group" });
    const assign = { organization: rival.publicId, group };
    await expect(call(app, torn.principal, assignGroup, assign)).rejects.toMatchObject(kept);
    expect(await asRaw(kernel, torn, `select app.assign_group('${rival.id}', null, now())`)).toBe("42501");
  });

  it("[PL12] decides no claim on a body that would compete, nor opens its proofs", async () => {
    const body = await addOrganization(kernel, { status: "pending", links: ["materials"] });
    const claimant = await addMember(kernel, await addOrganization(kernel));
    const row = { id: app.newId(), publicId: app.newPublicId(), createdAt: app.clock() };
    await owner.insert(claim).values({
      ...row,
      organizationId: body.id,
      personId: claimant.personId,
      state: "open",
      codeScheme: "uscc",
      code: toCreditCode("91360500", "MA000088"),
      statement: "We are this body; the licence is attached.",
    });
    await kernel.ownerRows(
      `insert into attachment (id, public_id, organization_id, claim_id, name, type, size, sha256, created_at)
       values ($1, $2, $3, $4, 'licence.pdf', 'application/pdf', 1, '', $5)`,
      [app.newId(), app.newPublicId(), body.id, row.id, app.clock()],
    );
    const proof = `select 1 from attachment where claim_id = '${row.id}'`;
    expect([await asRaw(kernel, torn, proof), await asRaw(kernel, officer, proof)]).toEqual([
      "nothing",
      "done",
    ]);
    const reference = { publicId: row.publicId };
    await expect(call(app, torn.principal, approveClaim, reference)).rejects.toMatchObject(kept);
    const past = `select 1 where app.decide_claim('${row.id}', true, null, now()) is not null`;
    expect(await asRaw(kernel, torn, past)).toBe("nothing");
    const { items } = await call(app, torn.principal, listClaims, {});
    expect(items.find((item) => item.publicId === row.publicId)).toMatchObject({
      conflict: true,
      proofs: [],
    });
    await call(app, officer.principal, approveClaim, reference);
  });
});

describe("whom it keeps away", () => {
  it("[PL12] the group of a body counts with it, and leaving the body ends it after a year", async () => {
    const [mother, daughter] = [await addOrganization(kernel), await addOrganization(kernel)];
    const { publicId: group } = await call(app, officer.principal, createGroup, {
      name: "Mother and daughter",
    });
    for (const { publicId } of [mother, daughter])
      await call(app, officer.principal, assignGroup, { organization: publicId, group });
    const clerk = await addTorn(mother, "secretary");
    const { publicId } = await submit(await addMember(kernel, daughter), "spodumene-ore");
    await expect(call(app, clerk.principal, loadReview, { publicId })).rejects.toMatchObject(kept);
    const of = eq(membership.organizationId, mother.id);
    await owner.update(membership).set({ active: false }).where(of);
    await expect(call(app, clerk.principal, loadReview, { publicId })).rejects.toMatchObject(kept);
    const endedAt = new Date(Date.now() - 366 * 86_400_000);
    await owner.update(membership).set({ endedAt }).where(of);
    await call(app, clerk.principal, publishPosting, { publicId });
  });

  it("[PL12] a regulator's officer of two bodies as well, and nobody who acts for a firm", async () => {
    const board = await addOrganization(kernel, { kind: "regulator", province: "36" });
    const checker = await addMember(kernel, board);
    const barred = async (who: TestMember) =>
      (await asRaw(kernel, who, `select 1 where '${rival.id}' = any (app.barred())`)) === "done";
    expect(await barred(checker)).toBe(false);
    for (const at of [firm, other])
      await owner.insert(membership).values({
        organizationId: at.id,
        personId: checker.personId,
        role: "viewer",
        createdAt: app.clock(),
      });
    expect(await barred(checker)).toBe(true);
    const forFirm = {
      ...checker,
      claim: { kind: "member", personId: checker.personId, organizationId: other.id },
    };
    expect(await barred(forFirm as TestMember)).toBe(false);
  });

  it("[PL12] the database knows the chain's families and links as the model does", async () => {
    const keys = [
      ...concepts.flatMap(({ id }) => [`offers:${id}`, `needs:${id}`]),
      ...linkIds.flatMap((link) => [`offers:link:${link}`, `needs:link:${link}`]),
    ];
    const rows = await kernel.ownerRows<{ key: string; rivals: string[] }>(
      "select key, app.rival_keys(array[key]) as rivals from unnest($1::text[]) key",
      [keys],
    );
    const held = Object.fromEntries(rows.map(({ key, rivals }) => [key, [...rivals].sort()]));
    expect(held).toEqual(Object.fromEntries(keys.map((key) => [key, rivalKeysOf([key])])));
  });
});
