import { auditEntry, claim, organization, posting, postingPart } from "@lilink/db/schema";
import { toCreditCode } from "@lilink/model/codes";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { refuseClaim, undoClaim } from "../../bodies/claim/decide-claim.ts";
import { listClaims } from "../../bodies/claim/list-claims.ts";
import { registerOrganization } from "../../bodies/organization/register-organization.ts";
import { countWaiting } from "../../group/desk/count-waiting.ts";
import { call } from "../../kernel/call.ts";
import { createPosting } from "./create-posting.ts";
import { publishPosting } from "./decide-review.ts";
import { decideWithClaim } from "./decide-with-claim.ts";
import { listReviews } from "./list-reviews.ts";
import { loadDraft } from "./load-draft.ts";
import { loadPosting } from "./load-posting.ts";
import { loadReview } from "./load-review.ts";
import { submitPosting } from "./submit-posting.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
let serial = 0;

/** A body that somebody registered, with its claim open. */
async function register() {
  serial += 1;
  const alone = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
  const made = await call(app, { kind: "person", personId: alone.personId }, registerOrganization, {
    kind: "enterprise",
    nameZh: `岚山第${serial}材料公司`,
    links: ["materials"],
    codeScheme: "uscc",
    code: toCreditCode("91360500", `MB${String(serial).padStart(6, "0")}`),
    statement: "We make cathodes; the licence is attached.",
  });
  const principal = { kind: "member", personId: alone.personId, organizationId: made.id } as const;
  return { ...made, principal };
}
type Body = Awaited<ReturnType<typeof register>>;
const draft = (by: Body) =>
  call(app, by.principal, createPosting, { kind: "need", content: { ...sampleContent() } });
async function handIn() {
  const body = await register();
  const made = await draft(body);
  await call(app, body.principal, submitPosting, { publicId: made.publicId });
  return { body, ...made };
}
const stateOf = async (id: string) =>
  (await owner.select().from(posting).where(eq(posting.id, id)))[0]?.state;
const partsOf = async (id: string) => [
  ...new Set(
    (await owner.select().from(postingPart).where(eq(postingPart.postingId, id))).map(({ state }) => state),
  ),
];
const statusOf = async (id: string) =>
  (await owner.select().from(organization).where(eq(organization.id, id)))[0]?.status;
const openClaims = () => call(app, officer.principal, listClaims, { limit: 100 });

describe("a first posting beside its claim", () => {
  it("[PO23] is one item among the claims, and none among the postings", async () => {
    const before = await call(app, officer.principal, countWaiting, {});
    const { body, publicId } = await handIn();
    const { items } = await openClaims();
    expect(items.find((one) => one.publicId === body.claim)?.posting).toMatchObject({ publicId });
    expect((await call(app, officer.principal, listReviews, {})).items).toEqual([]);
    const after = await call(app, officer.principal, countWaiting, {});
    expect(after).toEqual({ ...before, claims: before.claims + 1 });
    const review = await call(app, officer.principal, loadReview, { publicId });
    expect(review.claim).toMatchObject({ publicId: body.claim, state: "open", conflict: false });
    // Alone it is not published: its body is not verified.
    await expect(call(app, officer.principal, publishPosting, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  it("[PO23] is the only one, of two sent at once as well, and nothing without an open claim", async () => {
    const body = await register();
    const [one, two] = [await draft(body), await draft(body)];
    const sent = await Promise.allSettled(
      [one, two].map(({ publicId }) => call(app, body.principal, submitPosting, { publicId })),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const late = sent[0]?.status === "rejected" ? one : two;
    expect((await call(app, body.principal, loadDraft, late)).withClaim).toBe(false);
    await expect(call(app, body.principal, submitPosting, late)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await register();
    const third = await draft(other);
    await owner.update(claim).set({ state: "withdrawn" }).where(eq(claim.publicId, other.claim));
    await expect(call(app, other.principal, submitPosting, third)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("[PO23] is published with the approval, and the log tells of both", async () => {
    const { body, id, publicId } = await handIn();
    await call(app, officer.principal, decideWithClaim, { publicId, claim: body.claim });
    expect([await statusOf(body.id), await stateOf(id), await partsOf(id)]).toEqual([
      "verified",
      "published",
      ["live"],
    ]);
    expect((await call(app, { kind: "anonymous" }, loadPosting, { publicId })).state).toBe("published");
    const log = await owner.select().from(auditEntry).where(eq(auditEntry.personId, officer.personId));
    expect(log.map(({ action }) => action)).toContain("claim.approve");
    expect(log.filter(({ subjectId }) => subjectId === id)).toMatchObject([
      { action: "posting.publish", subjectKind: "posting", detail: { version: 1 } },
    ]);
  });

  it("[PO23] goes back while its body is approved, and is then a posting among others", async () => {
    const { body, id, publicId } = await handIn();
    await call(app, officer.principal, decideWithClaim, {
      publicId,
      claim: body.claim,
      returned: { criteria: ["specific"], reason: "Say which grade." },
    });
    expect([await statusOf(body.id), await stateOf(id)]).toEqual(["verified", "returned"]);
    expect((await call(app, body.principal, loadDraft, { publicId })).review).toMatchObject({
      failedCriteria: ["specific"],
    });
    await call(app, body.principal, submitPosting, { publicId });
    const { items } = await call(app, officer.principal, listReviews, {});
    expect(items.map((item) => item.publicId)).toEqual([publicId]);
    const { claim: shown } = await call(app, officer.principal, loadReview, { publicId });
    expect(shown).toMatchObject({ publicId: body.claim, state: "approved" });
    await call(app, officer.principal, publishPosting, { publicId });
  });

  it("[PO23] decides nothing where one of the two cannot be decided", async () => {
    const [mine, other] = [await handIn(), await handIn()];
    const mixed = { publicId: other.publicId, claim: mine.body.claim };
    await expect(call(app, officer.principal, decideWithClaim, mixed)).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const returned = { criteria: [], reason: "x" };
    const vague = { publicId: mine.publicId, claim: mine.body.claim, returned };
    await expect(call(app, officer.principal, decideWithClaim, vague)).rejects.toMatchObject({
      faults: [{ field: "returned.criteria", rule: "required" }],
    });
    expect([await statusOf(mine.body.id), await stateOf(mine.id), await stateOf(other.id)]).toEqual([
      "pending",
      "in_review",
      "in_review",
    ]);
  });

  it("[PO23] goes back with the reason of a refused claim", async () => {
    const { body, id } = await handIn();
    await call(app, officer.principal, refuseClaim, {
      publicId: body.claim,
      reason: "The licence is of another firm.",
    });
    expect([await statusOf(body.id), await stateOf(id), await partsOf(id)]).toEqual([
      "withdrawn",
      "returned",
      ["returned"],
    ]);
    const rows = await kernel.ownerRows(
      "select decision, failed_criteria, reason from posting_review where posting_id = $1",
      [id],
    );
    expect(rows).toEqual([
      {
        decision: "returned",
        failed_criteria: ["organization_entitled"],
        reason: "The licence is of another firm.",
      },
    ]);
  });

  it("[OR16] waits again when the approval is undone, and is approved again", async () => {
    const { body, id, publicId } = await handIn();
    const both = { publicId, claim: body.claim };
    await call(app, officer.principal, decideWithClaim, both);
    kernel.setNow(new Date(app.clock().getTime() + 9 * 60_000));
    await call(app, officer.principal, undoClaim, { publicId: body.claim });
    expect([await statusOf(body.id), await stateOf(id), await partsOf(id)]).toEqual([
      "pending",
      "in_review",
      ["review"],
    ]);
    expect(await call(app, { kind: "anonymous" }, loadPosting, { publicId })).toMatchObject({
      state: "closed",
      reading: null,
    });
    const { items } = await openClaims();
    expect(items.find((one) => one.publicId === body.claim)?.posting).toMatchObject({ publicId });
    await call(app, officer.principal, decideWithClaim, both);
    expect((await call(app, { kind: "anonymous" }, loadPosting, { publicId })).state).toBe("published");
  });
});
