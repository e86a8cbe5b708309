import { jobPayloads } from "@lilink/contract";
import { notice, outbox } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { createKey } from "../../bodies/key/manage-keys.ts";
import { call, callJob } from "../../kernel/call.ts";
import { hashToken } from "../../kernel/token.ts";
import { deliverNotice } from "../../platform/notice/deliver.ts";
import { closePosting } from "./close-posting.ts";
import { createPosting } from "./create-posting.ts";
import { publishPosting, returnPosting } from "./decide-review.ts";
import { discardDraft } from "./discard-draft.ts";
import { expirePostings } from "./expire-postings.ts";
import { listOwnPostings } from "./list-own-postings.ts";
import { compareVersions, listVersions, loadVersion } from "./list-versions.ts";
import { loadDraft } from "./load-draft.ts";
import { loadPosting } from "./load-posting.ts";
import { renewPosting } from "./renew-posting.ts";
import { reopenPosting } from "./reopen-posting.ts";
import { saveDraft } from "./save-draft.ts";
import { submitPosting } from "./submit-posting.ts";
import { warnOfExpiry } from "./warn-of-expiry.ts";
import { withdrawPosting } from "./withdraw-posting.ts";

const start = new Date("2026-11-24T02:00:00Z");
const day = 86_400_000;
const kernel = await createTestKernel(start);
const { app } = kernel;
const author = await addMember(
  kernel,
  await addOrganization(kernel, { name: "Test maker (fictional)", links: ["materials"] }),
);
const reader = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));
const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["officer"],
});

const draft = (content: object = sampleContent()) =>
  call(app, author.principal, createPosting, { kind: "need", content: { ...content } });
const stateOf = async (publicId: string) => {
  const [mine, theirs] = await Promise.all(
    [author, reader].map((who) => call(app, who.principal, loadPosting, { publicId }).catch(() => null)),
  );
  return [mine?.own?.state, theirs?.state ?? "unseen", theirs?.reading?.fields.title ?? null];
};
const edit = async (publicId: string, content: object) => {
  const { revision } = await call(app, author.principal, loadDraft, { publicId });
  return call(app, author.principal, saveDraft, { publicId, revision, content: { ...content }, levels: {} });
};
const changeKind = async (publicId: string, kind: "capability" | "project") => {
  const { revision, content, levels } = await call(app, author.principal, loadDraft, { publicId });
  return call(app, author.principal, saveDraft, {
    publicId,
    revision,
    content: { ...content },
    levels,
    kind,
  });
};
const expire = () => callJob(kernel.worker, { id: app.newId(), name: "posting.expire" }, expirePostings, {});
/** Runs the daily job, delivers what it wrote, and counts what the posting's author has been told by now. */
const warn = async (posting: { id: string }, who = author) => {
  await callJob(kernel.worker, { id: app.newId(), name: "posting.warn" }, warnOfExpiry, {});
  const jobs = await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"));
  for (const { id, payload } of jobs.filter((job) => job.payload.kind === "posting.expiring"))
    await callJob(
      kernel.worker,
      { id, name: "notice.deliver" },
      deliverNotice,
      jobPayloads["notice.deliver"].parse(payload),
    );
  const told = await kernel.owner
    .select({ path: notice.path, cause: notice.causeKey })
    .from(notice)
    .where(and(eq(notice.personId, who.personId), eq(notice.kind, "posting.expiring")));
  return [
    told.filter(({ cause }) => cause.startsWith(posting.id)).length,
    jobs.filter((job) => job.payload.postingId === posting.id && job.payload.kind === "posting.expiring")
      .length,
    told[0]?.path ?? null,
  ];
};

describe("who sees what of one's own posting", () => {
  it("[PO5] its own organization is told the level of each field, also while it is in review", async () => {
    const { publicId } = await draft({ ...sampleContent(), price: "7 CNY/kg" });
    const { revision } = await call(app, author.principal, loadDraft, { publicId });
    const content = { ...sampleContent(), price: "7 CNY/kg" };
    await call(app, author.principal, saveDraft, { publicId, revision, content, levels: { price: "own" } });
    await call(app, author.principal, submitPosting, { publicId });
    const { own } = await call(app, author.principal, loadPosting, { publicId });
    expect(own).toMatchObject({
      state: "in_review",
      levels: { title: "everyone", price: "own", identity: "partner" },
    });
  });
});

describe("drafts", () => {
  it("[PO2] keeps whatever was typed and says what is missing", async () => {
    const { publicId } = await draft({ title: "x", figures: "nonsense" });
    const loaded = await call(app, author.principal, loadDraft, { publicId });
    expect(loaded.content).toEqual({ title: "x", figures: "nonsense" });
    expect(loaded.missing.map((fault) => `${fault.field} ${fault.rule}`)).toEqual(
      expect.arrayContaining(["concept required", "title tooShort", "summary required"]),
    );
    await expect(call(app, author.principal, submitPosting, { publicId })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  it("[PO3] refuses to overwrite another's save, and answers a repeated save as done", async () => {
    const { publicId } = await draft();
    const save = (title: string) =>
      call(app, author.principal, saveDraft, { publicId, revision: 0, content: { title }, levels: {} });
    expect(await save("first")).toMatchObject({ revision: 1 });
    expect(await save("first")).toMatchObject({ revision: 1 });
    await expect(save("second")).rejects.toMatchObject({ code: "CONFLICT", params: { revision: 1 } });
    expect((await call(app, author.principal, loadDraft, { publicId })).content).toEqual({ title: "first" });
  });

  it("[PO4] tells an author who opens a walled field to everyone", async () => {
    const { publicId } = await call(app, author.principal, createPosting, {
      kind: "need",
      content: { ...sampleContent() },
      levels: { price: "everyone" },
    });
    await expect(call(app, author.principal, submitPosting, { publicId })).rejects.toMatchObject({
      faults: [{ field: "levels.price", rule: "levelTooOpen" }],
    });
  });

  it("[PO11] is handed in past what its texts tell only by who says to mean it, whichever way it comes", async () => {
    const [own] = await kernel.ownerRows<{ name: string }>(
      "select o.name_zh as name from organization o join membership m on m.organization_id = o.id where m.person_id = $1",
      [author.personId],
    );
    const { publicId } = await call(app, author.principal, createPosting, {
      kind: "need",
      content: {
        ...sampleContent({
          title: "8,000 t of lithium carbonate",
          summary: "Purity 99.5 %; call 13800138000 for more.",
          description: `Wanted by ${own?.name}.`,
        }),
      },
    });
    await expect(call(app, author.principal, submitPosting, { publicId })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      faults: [
        { field: "title", rule: "doubtedText", params: { doubt: "figure", quote: "8,000 t" } },
        { field: "summary", rule: "doubtedText", params: { doubt: "phone", quote: "13800138000" } },
        { field: "description", rule: "doubtedText", params: { doubt: "name" } },
      ],
    });
    const { key } = await call(app, author.principal, createKey, {
      name: "Writes",
      scopes: ["postings:write"],
    });
    const told = { rule: "doubtedText", params: { quote: "…" } };
    await expect(
      call(app, { kind: "key", keyHash: hashToken(key) }, submitPosting, { publicId }),
    ).rejects.toMatchObject({ faults: [told, told, told] });
    expect(
      await call(app, author.principal, submitPosting, { publicId, acknowledgeDoubts: true }),
    ).toMatchObject({
      version: 1,
    });
  });

  it("[PO1] goes altogether when discarded before the first submission, and nobody else ever sees it", async () => {
    const { publicId } = await draft();
    const tries = await Promise.allSettled([
      call(app, reader.principal, loadDraft, { publicId }),
      call(app, reader.principal, loadPosting, { publicId }),
      call(app, reader.principal, listVersions, { publicId }),
    ]);
    for (const attempt of tries) expect(attempt).toMatchObject({ reason: { code: "NOT_FOUND" } });
    await expect(
      call(app, { kind: "anonymous" }, saveDraft, { publicId, revision: 0, content: {}, levels: {} }),
    ).rejects.toMatchObject({ code: "NOT_SIGNED_IN" });
    expect(await call(app, author.principal, discardDraft, { publicId })).toMatchObject({ deleted: true });
    await expect(call(app, author.principal, loadPosting, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("versions beside the live one", () => {
  it("[PO3] leaves the live version as it was until the next one is published", async () => {
    const { publicId } = await addPosting(kernel, author, "need");
    const first = "Battery-grade lithium carbonate";
    await edit(publicId, sampleContent({ title: "Second title" }));
    expect(await stateOf(publicId)).toEqual(["published", "published", first]);
    await call(app, author.principal, submitPosting, { publicId, changeNote: "new title" });
    expect(await stateOf(publicId)).toEqual(["in_review", "published", first]);
    await call(app, author.principal, withdrawPosting, { publicId });
    expect(await stateOf(publicId)).toEqual(["published", "published", first]);
    await call(app, author.principal, submitPosting, { publicId });
    await call(app, officer.principal, returnPosting, {
      publicId,
      criteria: ["specific"],
      reason: "say more",
    });
    expect(await stateOf(publicId)).toEqual(["returned", "published", first]);
    expect((await call(app, author.principal, loadDraft, { publicId })).review).toMatchObject({
      reason: "say more",
      failedCriteria: ["specific"],
    });
    await call(app, author.principal, submitPosting, { publicId });
    await call(app, officer.principal, publishPosting, { publicId });
    expect(await stateOf(publicId)).toEqual(["published", "published", "Second title"]);

    const { versions } = await call(app, author.principal, listVersions, { publicId });
    expect(versions.map(({ version, decision }) => [version, decision?.decision])).toEqual([
      [4, "published"],
      [3, "returned"],
      [2, undefined],
      [1, "published"],
    ]);
    expect((await call(app, author.principal, loadVersion, { publicId, version: 1 })).content.title).toBe(
      first,
    );
    expect(
      (await call(app, author.principal, compareVersions, { publicId, before: 1, after: 4 })).changes,
    ).toEqual([{ field: "title", before: first, after: "Second title" }]);
    await expect(call(app, officer.principal, listVersions, { publicId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[PO1] discarding a returned version falls back to the live one, content and state", async () => {
    const { publicId } = await addPosting(kernel, author, "need");
    await edit(publicId, sampleContent({ title: "Another title" }));
    await call(app, author.principal, submitPosting, { publicId });
    await call(app, officer.principal, returnPosting, { publicId, criteria: ["lawful"], reason: "no" });
    await call(app, author.principal, discardDraft, { publicId });
    const loaded = await call(app, author.principal, loadDraft, { publicId });
    expect([loaded.state, loaded.content.title]).toEqual(["published", "Battery-grade lithium carbonate"]);
  });
});

describe("the end of a posting", () => {
  it("[PO1] closing takes it out of sight and matching, and it comes back only through review", async () => {
    const { id, publicId } = await addPosting(kernel, author, "need");
    await call(app, author.principal, closePosting, { publicId });
    expect(await stateOf(publicId)).toEqual(["closed", "closed", null]);
    const jobs = await kernel.owner.select().from(outbox).where(eq(outbox.name, "posting.match"));
    expect(jobs.filter((job) => job.payload.postingId === id)).toHaveLength(2);
    await expect(call(app, author.principal, closePosting, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    await call(app, author.principal, reopenPosting, { publicId });
    expect(await stateOf(publicId)).toEqual(["draft", "closed", null]);
    await call(app, author.principal, submitPosting, { publicId });
    expect(await stateOf(publicId)).toEqual(["in_review", "closed", null]);
    await call(app, officer.principal, publishPosting, { publicId });
    expect(await stateOf(publicId)).toEqual(["published", "published", "Battery-grade lithium carbonate"]);
  });

  it("[PO7] expires when its validity is over, exactly once, and lives on when renewed", async () => {
    const { publicId } = await addPosting(kernel, author, "need");
    await expire();
    expect((await stateOf(publicId))[0]).toBe("published");
    kernel.setNow(new Date(start.getTime() + 181 * day));
    expect((await expire())?.expired).toBeGreaterThan(0);
    expect(await expire()).toEqual({ expired: 0 });
    expect(await stateOf(publicId)).toEqual(["expired", "expired", null]);
    const renewed = await call(app, author.principal, renewPosting, { publicId, validDays: 366 });
    expect(renewed.validUntil).toEqual(new Date(start.getTime() + (181 + 366) * day));
    expect(await stateOf(publicId)).toEqual(["published", "published", "Battery-grade lithium carbonate"]);
    await expect(
      call(app, author.principal, renewPosting, { publicId, validDays: 367 }),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(
      call(app, reader.principal, renewPosting, { publicId, validDays: 30 }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    kernel.setNow(start);
  });

  it("[NO4] sends a notice 14 days before, once for each end of validity, with the way to renew", async () => {
    const who = await addMember(kernel, await addOrganization(kernel));
    const posting = await addPosting(kernel, who, "need");
    const { publicId } = posting;
    const path = `/postings/${publicId}?renew=1`;
    const at = (days: number) => kernel.setNow(new Date(start.getTime() + days * day));
    at(165.9);
    expect(await warn(posting, who)).toEqual([0, 0, null]);
    at(166);
    expect(await warn(posting, who)).toEqual([1, 1, path]);
    at(170);
    expect(await warn(posting, who)).toEqual([1, 1, path]);
    await call(app, who.principal, renewPosting, { publicId, validDays: 30 });
    expect(await warn(posting, who)).toEqual([1, 1, path]);
    at(190);
    expect(await warn(posting, who)).toEqual([2, 2, path]);
    await call(app, who.principal, renewPosting, { publicId, validDays: 14 });
    at(195);
    expect(await warn(posting, who)).toEqual([2, 2, path]);
    await call(app, who.principal, renewPosting, { publicId, validDays: 30 });
    await call(app, who.principal, closePosting, { publicId });
    at(215);
    expect(await warn(posting, who)).toEqual([2, 2, path]);
    kernel.setNow(start);
  });

  it("[PO7] a version in review outlives the live one that expires meanwhile", async () => {
    const { publicId } = await addPosting(kernel, author, "need");
    await call(app, author.principal, submitPosting, { publicId });
    kernel.setNow(new Date(start.getTime() + 181 * day));
    await expire();
    expect(await stateOf(publicId)).toEqual(["in_review", "expired", null]);
    await call(app, author.principal, withdrawPosting, { publicId });
    expect((await stateOf(publicId))[0]).toBe("expired");
    kernel.setNow(start);
  });
});

describe("own postings", () => {
  it("[PO1] are listed by state, page by page, each once, and no one else's", async () => {
    const other = await addMember(kernel, await addOrganization(kernel));
    for (let n = 0; n < 5; n += 1) await call(app, other.principal, createPosting, { kind: "project" });
    await addPosting(kernel, other, "need");
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(app, other.principal, listOwnPostings, {
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      expect(page.counts).toEqual({ draft: 5, published: 1 });
      seen.push(...page.items.map((item) => item.publicId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
    const drafts = await call(app, other.principal, listOwnPostings, { states: ["draft"] });
    expect(drafts.items).toHaveLength(5);
    await expect(call(app, { kind: "anonymous" }, listOwnPostings, {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });
});

describe("the kind of a draft", () => {
  it("[PO32] another kind keeps all that is filled in, and a posting that was handed in keeps its own", async () => {
    const { publicId } = await draft();
    const before = await call(app, author.principal, loadDraft, { publicId });
    await changeKind(publicId, "capability");
    const after = await call(app, author.principal, loadDraft, { publicId });
    expect(after.kind).toBe("capability");
    expect(after.content).toEqual(before.content);
    await call(app, author.principal, submitPosting, { publicId });
    await expect(changeKind(publicId, "project")).rejects.toMatchObject({ code: "WRONG_STATE" });
    await call(app, author.principal, withdrawPosting, { publicId });
    await expect(changeKind(publicId, "project")).rejects.toMatchObject({ code: "WRONG_STATE" });
    expect((await call(app, author.principal, loadDraft, { publicId })).kind).toBe("capability");
  });
});
