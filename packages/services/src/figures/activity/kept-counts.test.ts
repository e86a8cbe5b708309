import { figureCell, figureRelease, organization } from "@lilink/db/schema";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addDefinition,
  addMember,
  addOfficer,
  addOrganization,
  addPosting,
  addRound,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
  sampleContent,
} from "../../../testing/index.ts";
import { acceptIntroduction } from "../../exchange/introduction/answer.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { decideEntry, proposeEntry } from "../../exchange/introduction/ledger.ts";
import { call } from "../../kernel/call.ts";
import { verifyRelease } from "../release/verify-release.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const officer = await addOfficer(kernel);
await addDefinition(kernel, "CHN-01", {
  basis: "platform",
  components: [sampleComponent("cooperation_agreements", { dimensions: ["link_pair"], decimals: 0 })],
  breakdowns: [[], ["link_pair"], ["province"]],
});

/** A contract between a smelter and a maker of materials, confirmed by both. */
async function contract() {
  const smelter = await addOrganization(kernel, { links: ["smelting"], province: "36" });
  const maker = await addOrganization(kernel, { links: ["materials"], province: "35" });
  const seller = await addMember(kernel, smelter);
  const buyer = await addMember(kernel, maker);
  const own = await addPosting(kernel, buyer, "need", sampleContent());
  const posting = await addPosting(kernel, seller, "capability", sampleContent());
  const { publicId } = await call(kernel.app, buyer.principal, askIntroduction, {
    posting: posting.publicId,
    own: own.publicId,
    aim: "quote",
    message: "We would like to buy ten tonnes.",
  });
  await call(kernel.app, seller.principal, acceptIntroduction, { publicId, acknowledge: true });
  const { publicId: entry } = await call(kernel.app, buyer.principal, proposeEntry, {
    publicId,
    step: "contract",
    occurredOn: "2026-10-12",
  });
  await call(kernel.app, seller.principal, decideEntry, { entry, action: "confirm" });
  return { smelter, maker };
}

async function release(round: { readonly publicId: string }) {
  const publicId = await makeTestRelease(kernel, officer, round.publicId, {
    minContributors: 3,
    pPercent: 10,
  });
  const [head] = await kernel.owner
    .select({ id: figureRelease.id })
    .from(figureRelease)
    .where(eq(figureRelease.publicId, publicId));
  const id = head?.id ?? "";
  const cells = await kernel.owner
    .select({
      dimensions: figureCell.dimensions,
      place: figureCell.place,
      status: figureCell.status,
      value: figureCell.value,
    })
    .from(figureCell)
    .where(eq(figureCell.releaseId, id))
    .orderBy(figureCell.measure, figureCell.dimensions, figureCell.place);
  return { id, cells };
}

it("[EX6] [RL6] [RL12] a counted fact stays in its place, whatever profiles say later; new facts enter the next edition", async () => {
  const pairs = [];
  for (let at = 0; at < 4; at += 1) pairs.push(await contract());
  kernel.setNow(new Date("2027-01-12T02:00:00Z"));
  const round = await addRound(kernel, "2026Q4");
  const first = await release(round);
  const total = { dimensions: [], place: [], status: "published", value: "4" };
  expect(first.cells).toContainEqual(total);
  expect(first.cells).toContainEqual({
    ...total,
    dimensions: ["link_pair"],
    place: ["smelting-materials"],
  });
  for (const { smelter, maker } of pairs.slice(0, 3)) {
    await kernel.owner.update(organization).set({ links: [] }).where(eq(organization.id, smelter.id));
    await kernel.owner
      .update(organization)
      .set({ links: ["recycling"], province: "63" })
      .where(eq(organization.id, maker.id));
  }
  await kernel.owner.execute(sql`update posting set concept = 'lioh-batt'`);
  const second = await release(round);
  expect(second.cells).toEqual(first.cells);
  kernel.setNow(new Date("2026-12-12T02:00:00Z"));
  for (let at = 0; at < 4; at += 1) await contract();
  kernel.setNow(new Date("2027-02-12T02:00:00Z"));
  const third = await release(round);
  expect(third.cells).toContainEqual({ ...total, value: "8" });
  for (const { id } of [first, second, third])
    expect(await verifyRelease(kernel.worker, id)).toMatchObject({ wrong: [] });
});
