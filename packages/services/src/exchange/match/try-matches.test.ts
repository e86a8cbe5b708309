import { postingPart } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { createPosting } from "../posting/create-posting.ts";
import { tryMatches } from "./try-matches.ts";

const now = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(now);
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const newcomer = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
const verified = await addMember(kernel, await addOrganization(kernel));
const offer = await addPosting(kernel, seller, "capability");
type Who = typeof newcomer;

const draftOf = async (who: Who, content: object) =>
  (await call(kernel.app, who.principal, createPosting, { kind: "need", content: { ...content } })).publicId;
const tried = async (who: Who, publicId: string) => call(kernel.app, who.principal, tryMatches, { publicId });

describe("a draft that is matched in private", () => {
  it("[PO20] finds for a body that is not verified what everyone reads, and the same for a verified one", async () => {
    const own = await tried(newcomer, await draftOf(newcomer, sampleContent()));
    expect(own.matches.map(({ publicId }) => publicId)).toContain(offer.publicId);
    expect(await tried(verified, await draftOf(verified, sampleContent()))).toEqual(own);
    const [match] = own.matches;
    expect(Object.keys(match ?? {}).toSorted()).toEqual([
      "concept",
      "language",
      "met",
      "publicId",
      "title",
      "unknown",
    ]);
  });

  it("[PO20] leaves out a posting whose time is over, before the clock takes it down", async () => {
    const over = await addPosting(kernel, seller, "capability");
    const draft = await draftOf(newcomer, sampleContent());
    const found = async () => (await tried(newcomer, draft)).matches.map(({ publicId }) => publicId);
    expect(await found()).toContain(over.publicId);
    const validUntil = new Date(now.getTime() - 1);
    await kernel.owner.update(postingPart).set({ validUntil }).where(eq(postingPart.postingId, over.id));
    expect(await found()).not.toContain(over.publicId);
  });

  it("[PO20] asks for the concept first, and knows no draft of others", async () => {
    const bare = await draftOf(newcomer, { title: "Something" });
    await expect(tried(newcomer, bare)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(tried(verified, bare)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
