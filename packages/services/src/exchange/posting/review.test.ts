import { disclosureRead, membership } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { createPosting } from "./create-posting.ts";
import { publishPosting, returnPosting } from "./decide-review.ts";
import { listReviews } from "./list-reviews.ts";
import { loadDraft } from "./load-draft.ts";
import { loadPosting } from "./load-posting.ts";
import { loadReview } from "./load-review.ts";
import { saveDraft } from "./save-draft.ts";
import { submitPosting } from "./submit-posting.ts";

const kernel = await createTestKernel(new Date("2026-11-24T02:00:00Z"));
const { app } = kernel;
const author = await addMember(kernel, await addOrganization(kernel));
const reader = await addMember(kernel, await addOrganization(kernel));
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const second = await addMember(kernel, secretariat, { duties: ["officer"] });

const submit = async (by = author, changeNote?: string, description?: string) => {
  const made = await call(app, by.principal, createPosting, {
    kind: "need",
    content: { ...sampleContent(), ...(description ? { description } : {}) },
    levels: { price: "partner" },
  });
  await call(app, by.principal, submitPosting, {
    publicId: made.publicId,
    ...(changeNote ? { changeNote } : {}),
  });
  return made;
};

describe("review", () => {
  it("[PO31] a posting ends with the day by which its text asks for offers, however long the review took", async () => {
    const told = await submit(author, undefined, "氢氧化锂询价，投标截止 2026年12月15日。");
    const free = await submit();
    kernel.setNow(new Date("2026-12-10T02:00:00Z"));
    for (const { publicId } of [told, free]) await call(app, officer.principal, publishPosting, { publicId });
    const endOf = async (publicId: string) =>
      (await call(app, author.principal, loadPosting, { publicId })).own?.validUntil;
    expect((await endOf(told.publicId))?.toISOString().slice(0, 13)).toBe("2026-12-15T15");
    expect(await endOf(free.publicId)).toEqual(new Date("2027-06-08T02:00:00Z"));
    kernel.setNow(new Date("2026-11-24T02:00:00Z"));
  });

  it("[PO8] shows an officer the queue, oldest first, with the working days waited", async () => {
    const older = await submit();
    kernel.setNow(new Date("2026-11-30T02:00:00Z"));
    const newer = await submit();
    const { items } = await call(app, officer.principal, listReviews, {});
    expect(items.map((item) => [item.publicId, item.workingDays, item.own])).toEqual([
      [older.publicId, 4, false],
      [newer.publicId, 0, false],
    ]);
    const paged = await call(app, officer.principal, listReviews, { limit: 1 });
    expect(paged.nextCursor).not.toBeNull();
    const rest = await call(app, officer.principal, listReviews, { cursor: paged.nextCursor ?? "" });
    expect(rest.items.map((item) => item.publicId)).toEqual([newer.publicId]);
    for (const outsider of [author, reader])
      await expect(call(app, outsider.principal, listReviews, {})).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
  });

  it("[PO8] gives an officer all but what is for the owner alone, and logs the reading", async () => {
    const { id, publicId } = await submit(author, "first of its kind");
    const review = await call(app, officer.principal, loadReview, { publicId });
    expect(review.reading.fields).toMatchObject({
      price: "PRICE-SECRET",
      identity: { publicId: expect.any(String) },
    });
    expect(review.reading.fields).not.toHaveProperty("customers");
    expect(review.audience).toContainEqual({ field: "price", level: "partner", walled: true });
    expect(review.audience).toContainEqual({ field: "figures.capacity_ta", level: "member", walled: true });
    expect(review.audience).toContainEqual({ field: "title", level: "everyone", walled: false });
    expect(review.audience.map(({ field }) => field)).not.toContain("customers");
    expect([review.changeNote, review.compared]).toEqual(["first of its kind", null]);
    const log = await kernel.owner.select().from(disclosureRead).where(eq(disclosureRead.postingId, id));
    expect(log).toMatchObject([{ level: "partner", purpose: "review", readerPersonId: officer.personId }]);
    await expect(call(app, reader.principal, loadReview, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[PO11] flags to the officer a contact and a volume that a text for everyone repeats", async () => {
    const content = {
      ...sampleContent({ title: "8,000 t/a wanted", summary: "Call 13800138000 for more." }),
    };
    const { publicId } = await call(app, author.principal, createPosting, { kind: "need", content });
    await call(app, author.principal, submitPosting, { publicId, acknowledgeDoubts: true });
    expect((await call(app, officer.principal, loadReview, { publicId })).doubts).toMatchObject([
      { field: "title", doubt: "figure", of: "volume" },
      { field: "summary", doubt: "phone", quote: "13800138000" },
    ]);
  });

  it("[PO8] never lets the maker or the sender decide", async () => {
    const own = await submit(officer);
    const asOwner = { publicId: own.publicId };
    const both = await addMember(kernel, secretariat, { duties: ["officer"] });
    const firm = await addOrganization(kernel);
    await kernel.owner.insert(membership).values({
      organizationId: firm.id,
      personId: both.personId,
      role: "editor",
      createdAt: app.clock(),
    });
    const sent = await submit({
      ...both,
      principal: { kind: "member", personId: both.personId, organizationId: firm.id },
    });
    const colleague = await addMember(kernel, firm);
    const byColleague = await submit(colleague);
    for (const [who, posting, code] of [
      [officer, asOwner, "FORBIDDEN"],
      [second, asOwner, "FORBIDDEN"],
      [both, { publicId: sent.publicId }, "FORBIDDEN"],
      // Whoever also belongs to the firm is no officer to it, whoever of it sent it in.
      [both, { publicId: byColleague.publicId }, "CONFLICT_OF_INTEREST"],
    ] as const) {
      await expect(call(app, who.principal, publishPosting, posting)).rejects.toMatchObject({ code });
      await expect(call(app, who.principal, loadReview, posting)).rejects.toMatchObject({ code });
    }
    const past = `select 1 where app.decide_posting('${byColleague.id}', 1, true, now(), now())`;
    expect(await asRaw(kernel, both, past)).toBe("nothing");
    await call(app, officer.principal, publishPosting, { publicId: sent.publicId });
    await call(app, officer.principal, returnPosting, {
      publicId: byColleague.publicId,
      criteria: ["specific"],
      reason: "Say which grade.",
    });
  });

  it("[PO8] returns with at least one criterion and a reason, and of two officers one decides", async () => {
    const { publicId } = await submit();
    await expect(
      call(app, officer.principal, returnPosting, { publicId, criteria: [], reason: "x" }),
    ).rejects.toMatchObject({ faults: [{ field: "criteria", rule: "required" }] });
    const decided = await Promise.allSettled([
      call(app, officer.principal, returnPosting, {
        publicId,
        criteria: ["specific"],
        reason: "say how pure",
      }),
      call(app, second.principal, publishPosting, { publicId }),
    ]);
    expect(decided.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  it("[PO8] compares with the live version at the levels that are open to the officer", async () => {
    const { publicId } = await addPosting(kernel, author, "need");
    const { revision } = await call(app, author.principal, loadDraft, { publicId });
    const content = { ...sampleContent({ title: "A sharper title", price: "NEW-PRICE" }) };
    await call(app, author.principal, saveDraft, {
      publicId,
      revision,
      content,
      levels: { price: "partner" },
    });
    await call(app, author.principal, submitPosting, { publicId });
    const { compared } = await call(app, officer.principal, loadReview, { publicId });
    expect(compared?.changes).toContainEqual({
      field: "title",
      before: "Battery-grade lithium carbonate",
      after: "A sharper title",
    });
    expect(compared?.changes).toContainEqual({ field: "price", before: undefined, after: "NEW-PRICE" });
    const open = await call(app, officer.principal, loadPosting, { publicId });
    expect([open.state, open.reading?.version]).toEqual(["published", 1]);
    expect(open.reading?.fields).not.toHaveProperty("price");
  });
});
