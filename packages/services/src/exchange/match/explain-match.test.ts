import { organizationGroup, posting, postingHead, postingPart } from "@lilink/db/schema";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { allocateMarket } from "../market/allocate-market.ts";
import { explainMatch } from "./explain-match.ts";
import { markMatch } from "./mark-match.ts";
import { Market } from "./market.ts";

const kernel = await createTestKernel();
const market = new Market();
const publish = async (author: TestMember, kind: PostingKind, content: PostingContent, levels = {}) => {
  const made = await addPosting(kernel, author, kind, content, levels);
  await rankPosting(kernel, market, made.id);
  return made;
};
const allocate = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
const purity = (value: string) =>
  ({ attribute: "purity", op: ">=", value, unit: "mass %", hard: true }) as const;
const salt = (title: string, value: string, extra: Partial<PostingContent> = {}) =>
  sampleContent({ concept: "lifsi", title, summary: title, figures: [purity(value)], ...extra });

const group = kernel.app.newId();
await kernel.owner.insert(organizationGroup).values({
  id: group,
  publicId: kernel.app.newPublicId(),
  name: "Group",
  createdAt: kernel.app.clock(),
});
const home = await addOrganization(kernel, { groupId: group });
const reader = await addMember(kernel, home);
const sister = await addMember(kernel, await addOrganization(kernel, { groupId: group }));
const sellerHouse = await addOrganization(kernel);
const seller = await addMember(kernel, sellerHouse);

// First, because it makes the reader a competitor of the offers to come, by its group.
const related = await publish(sister, "capability", salt("LiFSI of the sister", "99.9"));
const need = await publish(reader, "need", salt("Need of LiFSI", "99.5"));
const good = await publish(seller, "capability", salt("LiFSI on offer", "99.9"), { identity: "member" });
const near = await publish(
  seller,
  "capability",
  salt("LiFSI of lower grade", "99.4", {
    figures: [{ attribute: "purity", op: "=", value: "99.4", unit: "mass %", hard: true }],
  }),
);
const far = await publish(
  seller,
  "capability",
  salt("LiFSI crude", "60", {
    figures: [{ attribute: "purity", op: "=", value: "60", unit: "mass %", hard: true }],
  }),
);
const alien = await publish(
  seller,
  "capability",
  sampleContent({ concept: "separator-aramid", title: "Aramid yarn", summary: "Coated yarn.", figures: [] }),
);
await allocate();

const why = async (asked: { other?: string; organization?: string }, own = need) =>
  (await call(kernel.app, reader.principal, explainMatch, { publicId: own.publicId, ...asked })).answers;
const codeOf = async (other: { publicId: string }) => (await why({ other: other.publicId }))[0]?.code;

describe("why is it not here", () => {
  it("[MK5] names place, failing figure, kind and one's own", async () => {
    const [answer] = await why({ other: good.publicId });
    expect(answer).toMatchObject({ code: "suggested", rank: { place: 1, of: 1 }, standing: { place: 1 } });
    const [broken] = await why({ other: far.publicId });
    expect(broken).toMatchObject({ code: "fails", failing: [{ attribute: "purity", verdict: "fail" }] });
    expect(["nearMiss", "fails"]).toContain(await codeOf(near));
    expect(await codeOf(need)).toBe("own");
    expect(["apart", "low"]).toContain(await codeOf(alien));
    const other = await publish(seller, "need", salt("Need of another", "99"));
    expect(await codeOf(other)).toBe("sameKind");
  });

  it("[MK5] gives one answer for unknown, hidden and ended", async () => {
    const draft = await addPosting(kernel, seller, "capability", salt("LiFSI that is soon over", "99.9"));
    await kernel.owner.update(postingPart).set({ state: "ended" }).where(eq(postingPart.postingId, draft.id));
    await kernel.owner
      .update(postingHead)
      .set({ state: "closed" })
      .where(eq(postingHead.postingId, draft.id));
    await kernel.owner.update(posting).set({ state: "closed" }).where(eq(posting.id, draft.id));
    const unknown = await why({ other: kernel.app.newPublicId() });
    expect(await why({ other: draft.publicId })).toEqual(unknown);
    expect(unknown).toMatchObject([{ code: "unknown", other: null }]);
  });

  it("[MK5] tells of an organization only what its postings tell this reader", async () => {
    const answers = await why({ organization: sellerHouse.publicId });
    expect(answers.map(({ other }) => other?.publicId)).toEqual([good.publicId]);
    const hidden = await addOrganization(kernel);
    await publish(await addMember(kernel, hidden), "capability", salt("Anonymous LiFSI", "99.9"));
    expect(await why({ organization: hidden.publicId })).toEqual(
      await why({ organization: kernel.app.newPublicId() }),
    );
  });

  it("[MK5] does not tell that an anonymous posting is of the reader's own group", async () => {
    expect(await codeOf(related)).toBe("notReached");
  });

  it("[MK5] remembers what the reader put aside, and why", async () => {
    const marked = {
      publicId: need.publicId,
      other: good.publicId,
      mark: "dismissed",
      reason: "volume",
    } as const;
    await call(kernel.app, reader.principal, markMatch, marked);
    expect((await why({ other: good.publicId }))[0]).toMatchObject({
      code: "dismissed",
      markReason: "volume",
    });
  });

  it("[PL1] is answered to the owner of the posting alone", async () => {
    const asked = call(kernel.app, seller.principal, explainMatch, {
      publicId: need.publicId,
      other: good.publicId,
    });
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
