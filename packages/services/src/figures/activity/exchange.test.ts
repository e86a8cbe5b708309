import { organizationGroup } from "@lilink/db/schema";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { parsePeriod } from "@lilink/model/return";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { acceptIntroduction } from "../../exchange/introduction/answer.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { decideEntry, proposeEntry } from "../../exchange/introduction/ledger.ts";
import { closePosting } from "../../exchange/posting/close-posting.ts";
import { call } from "../../kernel/call.ts";
import { defineQuery } from "../../kernel/define.ts";
import { measureExchange } from "./measure-exchange.ts";

const kernel = await createTestKernel();
const groupId = kernel.app.newId();
await kernel.owner
  .insert(organizationGroup)
  .values({ id: groupId, publicId: kernel.app.newPublicId(), name: "Group", createdAt: kernel.app.clock() });
const smelter = await addOrganization(kernel, { links: ["smelting"], groupId, province: "36" });
const maker = await addOrganization(kernel, { links: ["materials"], province: "35" });
const institute = await addOrganization(kernel, {
  kind: "university_or_institute",
  links: ["chain"],
  province: "11",
});
const seller = await addMember(kernel, smelter);
const buyer = await addMember(kernel, maker);
const scholar = await addMember(kernel, institute);

type Posting = { readonly publicId: string };
type Step = "contract" | "trial" | "volume" | "meeting";
const on = (day: string) => kernel.setNow(new Date(`${day}T02:00:00Z`));
const post = (by: TestMember, kind: PostingKind, given: Partial<PostingContent> = {}) =>
  addPosting(kernel, by, kind, sampleContent(given));

async function meet(asking: TestMember, asked: TestMember, posting: Posting, own?: Posting): Promise<string> {
  const made = await call(kernel.app, asking.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "sample",
    message: "We would like to test ten tonnes in our line.",
    ...(own ? { own: own.publicId } : {}),
  });
  await call(kernel.app, asked.principal, acceptIntroduction, { publicId: made.publicId, acknowledge: true });
  return made.publicId;
}

async function record(
  publicId: string,
  step: Step,
  occurredOn: string,
  by: TestMember,
  confirmer?: TestMember,
) {
  const { publicId: entry } = await call(kernel.app, by.principal, proposeEntry, {
    publicId,
    step,
    occurredOn,
  });
  if (confirmer) await call(kernel.app, confirmer.principal, decideEntry, { entry, action: "confirm" });
  return entry;
}

/** The sums by component and codes, as the worker counts them. */
async function measure(periodId: string, asOf?: Date) {
  const period = parsePeriod(periodId);
  if (!period) throw new Error(periodId);
  const verb = defineQuery({
    name: "release.make",
    input: z.object({}),
    authorize: { action: "release.make" },
    run: (ctx) => measureExchange(ctx, period, asOf ?? ctx.now),
  });
  return call(kernel.worker, { kind: "job", job: "release.make" }, verb, {});
}
async function sums(periodId: string, asOf?: Date) {
  const totals: Record<string, number> = {};
  for (const { component, value } of await measure(periodId, asOf))
    totals[component] = (totals[component] ?? 0) + Number(value);
  return totals;
}

describe("the exchange measures itself", () => {
  it("[EX2] [EX6] counts a contract once both sides confirmed it, and once however often it was recorded", async () => {
    on("2026-10-12");
    const capability = await post(seller, "capability");
    const need = await post(buyer, "need");
    const met = await meet(buyer, seller, capability, need);
    on("2026-11-02");
    const entry = await record(met, "contract", "2026-10-30", buyer);
    expect((await sums("2026Q4")).cooperation_agreements).toBeUndefined();
    await call(kernel.app, seller.principal, decideEntry, { entry, action: "confirm" });
    await record(met, "contract", "2026-10-30", seller, buyer);
    const told = await measure("2026Q4");
    const agreements = told.filter(({ component }) => component === "cooperation_agreements");
    const codes = { link_pair: "smelting-materials", agreement_type: "supply", agreement_origin: "platform" };
    expect(
      agreements.toSorted((a, b) => (a.place.province ?? "").localeCompare(b.place.province ?? "")),
    ).toEqual([
      {
        fact: expect.stringMatching(/ 2026-10-30$/),
        component: "cooperation_agreements",
        group: maker.id,
        organizationId: maker.id,
        place: { ...codes, province: "35" },
        value: "0.5",
      },
      {
        fact: expect.stringMatching(/ 2026-10-30$/),
        component: "cooperation_agreements",
        group: groupId,
        organizationId: smelter.id,
        place: { ...codes, province: "36" },
        value: "0.5",
      },
    ]);
    expect(await sums("2026Q3")).toEqual({});
    expect(await sums("2026Q4", new Date("2026-11-01T02:00:00Z"))).not.toHaveProperty(
      "cooperation_agreements",
    );
  });

  it("[EX3] counts a live project with a confirmed partner", async () => {
    on("2026-10-12");
    const project = await post(scholar, "project", {
      concept: "ncm811",
      trl: 4,
      description: "A joint study of cracks.",
    });
    const met = await meet(buyer, scholar, project);
    expect((await sums("2026H2")).research_projects).toBeUndefined();
    await record(met, "meeting", "2026-10-12", buyer, scholar);
    expect((await sums("2026H2")).research_projects).toBeUndefined();
    await record(met, "trial", "2026-10-12", buyer, scholar);
    const [counted] = (await measure("2026H2")).filter(({ component }) => component === "research_projects");
    expect(counted).toMatchObject({
      organizationId: institute.id,
      place: { item_link: "materials", trl_class: "trl4_6", project_fund: "fund_none", province: "11" },
      value: "1",
    });
    await call(kernel.app, scholar.principal, closePosting, { publicId: project.publicId });
    expect((await sums("2026H2")).research_projects).toBe(1);
    expect((await sums("2027H1")).research_projects).toBeUndefined();
  });

  it("[EX4] follows a month's needs for a year", async () => {
    on("2025-09-10");
    const capability = await post(seller, "capability", { concept: "lioh-batt" });
    const fulfilled = await post(buyer, "need", { concept: "lioh-batt" });
    const withdrawn = await post(buyer, "need", { concept: "lioh-batt" });
    await post(buyer, "need", { concept: "lioh-batt" });
    on("2025-09-20");
    const met = await meet(buyer, seller, capability, fulfilled);
    await call(kernel.app, buyer.principal, closePosting, { publicId: withdrawn.publicId });
    await record(met, "contract", "2025-09-20", seller, buyer);
    on("2026-11-24");
    const told = await sums("2026-09");
    expect(told).toEqual({ needs_posted: 3, needs_fulfilled: 1, needs_withdrawn: 1, first_contact_days: 10 });
    expect(await sums("2026-08")).toEqual({});
    expect(await sums("2026-09", new Date("2025-09-15T00:00:00Z"))).toEqual({
      needs_posted: 3,
      needs_fulfilled: 0,
      needs_withdrawn: 0,
    });
  });

  it("[EX5] counts needs that nothing offered, once thirty days are over, and who turned to them", async () => {
    on("2026-04-10");
    const answered = await post(buyer, "need", { concept: "silicon-carbon" });
    await post(buyer, "need", { concept: "silicon-carbon" });
    on("2026-04-20");
    await meet(seller, buyer, answered);
    const offer = await post(seller, "capability", { concept: "silicon-carbon" });
    await post(buyer, "need", { concept: "silicon-carbon" });
    expect(offer.publicId).toBeTruthy();
    expect((await sums("2026Q2")).weak_needs).toBeUndefined();
    on("2026-05-25");
    expect(await sums("2026Q2")).toMatchObject({ weak_needs: 2, weak_needs_answered: 1 });
  });
});
