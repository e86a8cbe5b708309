import { match, outbox } from "@lilink/db/schema";
import { and, eq } from "drizzle-orm";
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
import { editOrganization } from "../../bodies/organization/edit-organization.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { endIntroduction } from "../introduction/close.ts";
import { listIntroductions } from "../introduction/list.ts";
import { listMatches } from "./list-matches.ts";
import { Market } from "./market.ts";

const kernel = await createTestKernel();
const { app, owner } = kernel;
const market = new Market();
const compute = (postingId: string) => rankPosting(kernel, market, postingId);
const list = (reader: TestMember, own: { publicId: string }) =>
  call(app, reader.principal, listMatches, { publicId: own.publicId });
const seesWalled = (found: Awaited<ReturnType<typeof list>>) =>
  JSON.stringify(found.matches).includes("13579");

const firm = (given: Parameters<typeof addOrganization>[1]) => addOrganization(kernel, given);
const content = sampleContent({
  concept: "lifsi",
  title: "LiFSI in bulk",
  evidence: "Tested by a laboratory.",
  figures: [
    { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true },
    { attribute: "capacity_ta", op: "=", value: "13579", unit: "t/a", hard: true },
  ],
});
const levels = { evidence: "partner" } as const;

async function meet() {
  const sister = await firm({ links: ["recycling"], offers: ["black-mass-ncm"] });
  const buyer = await addMember(kernel, sister);
  const seller = await addMember(kernel, await firm({ links: ["materials"], offers: ["lifsi"] }));
  const need = await addPosting(
    kernel,
    buyer,
    "need",
    sampleContent({ concept: "lifsi", title: "Need LiFSI" }),
  );
  const offer = await addPosting(kernel, seller, "capability", content, levels);
  await compute(need.id);
  await compute(offer.id);
  return { sister, buyer, seller, need, offer };
}

describe("a match that was made from what its reader may read no more", () => {
  it("[MT21] is not shown once the competitor rule applies, and is made again", async () => {
    const { sister, buyer, need, offer } = await meet();
    const before = await list(buyer, need);
    expect([before.matches.length > 0, seesWalled(before)]).toEqual([true, true]);
    // Publishing on the same side makes a rival; so does a profile, at once.
    await addPosting(kernel, buyer, "capability", sampleContent({ concept: "lifsi", title: "LiFSI too" }));
    const after = await list(buyer, need);
    expect(after.matches.some(({ other }) => other.publicId === offer.publicId)).toBe(false);
    const jobs = await owner.select().from(outbox).where(eq(outbox.name, "organization.rewall"));
    expect(jobs.map(({ payload }) => payload)).toContainEqual({ organizationId: sister.id });
    await compute(need.id);
    const anew = await list(buyer, need);
    expect(anew.matches.some(({ other }) => other.publicId === offer.publicId)).toBe(true);
    expect(seesWalled(anew)).toBe(false);
  });

  it("[MT21] is not shown when consent ends, before any job has run", async () => {
    const { buyer, seller, need, offer } = await meet();
    await call(app, buyer.principal, askIntroduction, {
      posting: offer.publicId,
      own: need.publicId,
      aim: "trial",
      message: "May we talk about a trial?",
    });
    const [asked] = (await call(app, seller.principal, listIntroductions, {})).items;
    const introduction = { publicId: asked?.publicId ?? "" };
    await call(app, seller.principal, acceptIntroduction, introduction);
    await compute(offer.id);
    const seen = async () =>
      (await list(buyer, need)).matches.find(({ other }) => other.publicId === offer.publicId);
    expect((await seen())?.other.levels).toContain("partner");
    await call(app, buyer.principal, endIntroduction, introduction);
    expect(await seen()).toBeUndefined();
    const stored = and(eq(match.ownPostingId, need.id), eq(match.otherPostingId, offer.id));
    expect(await owner.select().from(match).where(stored)).toHaveLength(1);
    await compute(offer.id);
    expect((await seen())?.other.levels).not.toContain("partner");
  });

  it("[PO6] a profile that drops a product for a moment opens nothing", async () => {
    const seller = await addMember(kernel, await firm({ links: ["materials"], offers: ["lifsi"] }));
    const offer = await addPosting(kernel, seller, "capability", content, levels);
    const rival = await addMember(kernel, await firm({ links: ["materials"], offers: ["lifsi"] }));
    const need = await addPosting(
      kernel,
      rival,
      "need",
      sampleContent({ concept: "lifsi", title: "Need LiFSI" }),
    );
    await call(app, rival.principal, editOrganization, { links: ["recycling"], offers: ["black-mass-ncm"] });
    await compute(need.id);
    await compute(offer.id);
    const found = await list(rival, need);
    expect(found.matches.some(({ other }) => other.publicId === offer.publicId)).toBe(true);
    expect(seesWalled(found)).toBe(false);
  });
});
