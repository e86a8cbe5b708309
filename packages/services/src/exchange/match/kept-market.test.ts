import { match, posting } from "@lilink/db/schema";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { closePosting } from "../posting/close-posting.ts";
import { Market } from "./market.ts";

const kernel = await createTestKernel();
const newcomer = async () => addMember(kernel, await addOrganization(kernel));
const compute = (market: Market, { id: postingId }: { id: string }) => rankPosting(kernel, market, postingId);
const rows = () =>
  kernel.owner
    .select({
      own: match.ownPostingId,
      other: match.otherPostingId,
      version: match.otherVersion,
      score: match.score,
      result: match.result,
      seen: match.seen,
    })
    .from(match)
    .orderBy(asc(match.ownPostingId), asc(match.otherPostingId));
const restarted = (kept: Market, build = "one") => {
  const market = new Market();
  // As a file brings it: in a Buffer, at any place of its memory.
  const bytes = Buffer.concat([Buffer.alloc(3), kept.toSnapshot("one")]).subarray(3);
  return { market, taken: market.restore(bytes, build) };
};

const make = (author: TestMember, kind: PostingKind, given: Partial<PostingContent>) =>
  addPosting(kernel, author, kind, sampleContent({ concept: "lifsi", title: "LiFSI salt", ...given }));
const buyer = await newcomer();
const seller = await newcomer();
// A competitor of the seller: what stands behind the wall must stay there in its rows.
const rival = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["smelting"], offers: ["lifsi"] }),
);
const need = await make(buyer, "need", { price: "KEPT-SECRET" });
const rivalNeed = await make(rival, "need", { title: "LiFSI wanted", internalNote: "KEPT-SECRET" });
const offers = [
  await make(seller, "capability", { title: "LiFSI on offer" }),
  await make(await newcomer(), "capability", { title: "LiFSI of two plants", internalNote: "KEPT-SECRET" }),
  await make(seller, "capability", { title: "电池级双氟磺酰亚胺锂" }),
];
const all = [need, rivalNeed, ...offers];
const rankAll = async (market: Market) => {
  for (const one of all) await compute(market, one);
  return rows();
};
const first = new Market();
const before = await rankAll(first);

it("[MT48] a restarted worker ranks as before, for every reader", async () => {
  expect(before.length).toBeGreaterThan(4);
  const { market, taken } = restarted(first);
  market.rehearse();
  expect([taken, market.size]).toEqual([true, first.size]);
  await kernel.owner.delete(match);
  expect(await rankAll(market)).toEqual(before);
});

it("[MT48] what changed while no worker ran is read again: published, ended, gone", async () => {
  const kept = restarted(first).market;
  const [closed, gone] = offers;
  if (!closed || !gone) throw new Error("two offers");
  kernel.setNow(new Date("2026-11-25T02:00:00Z"));
  await call(kernel.app, seller.principal, closePosting, { publicId: closed.publicId });
  await kernel.owner.delete(posting).where(eq(posting.id, gone.id));
  const late = await make(await newcomer(), "capability", { title: "LiFSI, late" });
  await compute(kept, need);
  const anew = new Market();
  await compute(anew, need);
  expect(kept.size).toBe(anew.size);
  const others = (await rows()).filter(({ own }) => own === need.id).map(({ other }) => other);
  expect(others).toContain(late.id);
  expect(others).not.toContain(closed.id);
  expect(others).not.toContain(gone.id);
});

it("[MT48] what another build kept, or what cannot be read, is as good as nothing", async () => {
  expect(restarted(first, "two")).toMatchObject({ taken: false, market: { size: 0 } });
  const bytes = first.toSnapshot("one");
  for (const broken of [new Uint8Array(0), bytes.slice(0, 30), bytes.slice(0, bytes.length / 2)]) {
    const market = new Market();
    if (!market.restore(broken, "one")) expect(market.size).toBe(0);
    await compute(market, need);
    const anew = new Market();
    await compute(anew, need);
    expect(market.size).toBe(anew.size);
  }
});

it("[MT48] holds nothing that a verified member could not read", () => {
  const text = Buffer.from(first.toSnapshot("one")).toString("latin1").toLowerCase();
  expect(text).toContain("lifsi");
  expect(text).not.toMatch(/kept|secret|price|customer/);
});
