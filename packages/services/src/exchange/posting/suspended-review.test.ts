import { organization, posting, postingPart } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  asRaw,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { createPosting } from "./create-posting.ts";
import { publishPosting, returnPosting } from "./decide-review.ts";
import { listReviews } from "./list-reviews.ts";
import { submitPosting } from "./submit-posting.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { offers: ["ncm811"] });
const author = await addMember(kernel, firm);
const buyer = await addMember(kernel, await addOrganization(kernel, { links: ["recycling"] }));
const setStatus = (status: "suspended" | "withdrawn" | "verified") =>
  owner.update(organization).set({ status }).where(eq(organization.id, firm.id));
const submit = async () => {
  const made = await call(app, author.principal, createPosting, {
    kind: "capability",
    content: { ...sampleContent() },
  });
  await call(app, author.principal, submitPosting, { publicId: made.publicId });
  return made;
};
const partsOf = async (id: string) =>
  (
    await owner.select({ state: postingPart.state }).from(postingPart).where(eq(postingPart.postingId, id))
  ).map(({ state }) => state);

it("[OR1] what a suspended body has in review is marked, may go back and is not published", async () => {
  const { id, publicId } = await submit();
  for (const status of ["suspended", "withdrawn"] as const) {
    await setStatus(status);
    const { items } = await call(app, officer.principal, listReviews, {});
    expect(items.find((item) => item.publicId === publicId)?.suspended).toBe(true);
    const publish = call(app, officer.principal, publishPosting, { publicId });
    await expect(publish).rejects.toMatchObject({ code: "WRONG_STATE" });
    await asRaw(
      kernel,
      officer,
      `select app.decide_posting('${id}', 1, true, now(), now() + interval '9 days')`,
    );
    expect(new Set(await partsOf(id))).toEqual(new Set(["review"]));
  }
  await call(app, officer.principal, returnPosting, {
    publicId,
    criteria: ["lawful"],
    reason: "You are suspended.",
  });
  expect(new Set(await partsOf(id))).toEqual(new Set(["returned"]));
  await setStatus("verified");
});

it("[OR1] nobody asks a body that is not verified for an introduction", async () => {
  const { publicId } = await addPosting(kernel, author, "capability");
  await setStatus("suspended");
  const ask = { posting: publicId, aim: "trial", message: "We would like to try it in our line." } as const;
  await expect(call(app, buyer.principal, askIntroduction, ask)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await setStatus("verified");
  await call(app, buyer.principal, askIntroduction, ask);
});

it("[PL13] a connection of the web's role makes no part live that no officer saw, and hangs no review on another's posting", async () => {
  const { id } = await submit();
  const live = `update posting set state = 'expired', live_version = version where id = '${id}'`;
  expect(await asRaw(kernel, author, live)).toBe("42501");
  const ended = `update posting_part set state = 'ended' where posting_id = '${id}'`;
  expect(await asRaw(kernel, author, ended)).toBe("42501");
  const dated = `update posting_part set published_at = now() where posting_id = '${id}'`;
  expect(await asRaw(kernel, author, dated)).toBe("42501");
  // Even where the row says that it was live once.
  await owner.update(posting).set({ state: "expired", liveVersion: 1 }).where(eq(posting.id, id));
  const renew = `select app.renew_posting('${id}', now() + interval '9 days', now())`;
  expect(await asRaw(kernel, author, renew)).toBe("done");
  expect(new Set(await partsOf(id))).toEqual(new Set(["review"]));
  await owner.update(posting).set({ state: "in_review", liveVersion: null }).where(eq(posting.id, id));
  const other = await addOrganization(kernel);
  const review = (of: string, version: number) =>
    asRaw(
      kernel,
      officer,
      `insert into posting_review (id, posting_id, organization_id, version, decision, reviewed_by, reviewed_at)
       values (gen_random_uuid(), '${id}', '${of}', ${version}, 'returned', '${officer.personId}', now())`,
    );
  expect(await review(other.id, 1)).toBe("42501");
  expect(await review(firm.id, 2)).toBe("42501");
  expect(await review(firm.id, 1)).toBe("done");
});
