import type { ActorClaim } from "@lilink/db";
import { consent, organizationGroup, posting as postingTable } from "@lilink/db/schema";
import {
  defaultLevels,
  type LevelChoice,
  narrownessOf,
  type PostingContent,
  type PostingPartFields,
  type ReaderRelation,
  readAs,
  walledAttributes,
  walledFields,
} from "@lilink/model/posting";
import { type PlantedPosting, plantedPosting } from "@lilink/model/testing";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { defineQuery } from "../../kernel/define.ts";
import { closePosting } from "./close-posting.ts";
import { createPosting } from "./create-posting.ts";
import { publishPosting } from "./decide-review.ts";
import { listOwnPostings } from "./list-own-postings.ts";
import { listReviews } from "./list-reviews.ts";
import { compareVersions, listVersions, loadVersion } from "./list-versions.ts";
import { loadDraft } from "./load-draft.ts";
import { loadPosting } from "./load-posting.ts";
import { loadReview } from "./load-review.ts";
import { submitPosting } from "./submit-posting.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const all = ["li2co3-batt", "lioh-batt", "ncm811", "ncm622", "lfp", "artificial-graphite"];
const groupId = app.newId();
await kernel.owner
  .insert(organizationGroup)
  .values({ id: groupId, publicId: app.newPublicId(), name: "g", createdAt: app.clock() });

const member = async (
  given: Parameters<typeof addOrganization>[1],
  duties?: ["officer"] | ["system_admin"],
) => {
  const organization = await addOrganization(kernel, given);
  const person = await addMember(kernel, organization, duties ? { duties: [...duties] } : {});
  return { organization, claim: person.claim };
};
const links = ["materials", "smelting"];
const owner = await member({ links, offers: ["ncm811"] });
const partner = await member({ links, offers: all, needs: all });
const officer = await member({ kind: "coordination_group" }, ["officer"]);
const rival = await member({ offers: all, needs: all, groupId });
const strangers: Readonly<Record<string, { claim: ActorClaim; relation: ReaderRelation }>> = {
  visitor: { claim: { kind: "anonymous" }, relation: "visitor" },
  unverified: { claim: (await member({ status: "pending" })).claim, relation: "visitor" },
  operator: { claim: (await member({ kind: "operator" }, ["system_admin"])).claim, relation: "visitor" },
  university: {
    claim: (await member({ kind: "university_or_institute", links })).claim,
    relation: "member",
  },
  regulator: { claim: (await member({ kind: "regulator" })).claim, relation: "regulator" },
  rivalByProduct: { claim: rival.claim, relation: "competitor" },
  rivalByLink: { claim: (await member({ links })).claim, relation: "competitor" },
  rivalByGroup: {
    claim: (await member({ kind: "university_or_institute", groupId })).claim,
    relation: "competitor",
  },
};

/** audience.md written out once more, without the model's parts. */
function mayRead(reader: ReaderRelation, field: string, levels: LevelChoice): boolean {
  if (field === "title") return true;
  if (field === "internalNote") return reader === "owner";
  const attribute = field.startsWith("figures.") ? field.slice(8) : null;
  const walled = [...walledFields, ...walledAttributes].some((name) => name === (attribute ?? field));
  const group = attribute ? "figures" : field;
  const common = levels[group] ?? defaultLevels[group as "summary"];
  const asPrice = levels.price ?? defaultLevels.price;
  // A figure of price starts no wider than the field of that name.
  const isPrice = attribute === "price" && narrownessOf(asPrice) > narrownessOf(common);
  const chosen = levels[field] ?? (isPrice ? asPrice : common);
  const level = walled && chosen === "everyone" ? "member" : chosen;
  if (reader === "owner" || level === "everyone") return true;
  if (level === "member") return reader !== "visitor" && !(reader === "competitor" && walled);
  return level === "partner" && (reader === "partner" || reader === "reviewer");
}

/** Every column that the app role may read of postings, search vectors included, and all rows that arrive. */
const readRaw = defineQuery({
  name: "test.raw",
  input: z.object({}),
  authorize: { action: "posting.browse" },
  run: async (ctx) => {
    const tables = [
      sql`select posting_id, public_id, concept, link, fields, facets, search::text from posting_part`,
      sql`select * from posting`,
      sql`select * from posting_draft`,
      sql`select * from posting_version`,
      sql`select posting_id, public_id, kind, state, ended_at from posting_head`,
      sql`select * from posting_review`,
    ];
    const rows: unknown[] = [];
    for (const table of tables) rows.push(...(await ctx.db.execute(table)).rows);
    return rows;
  },
});

async function everythingRead(claim: ActorClaim, publicId: string): Promise<string> {
  const ref = { publicId };
  const results = [
    await attempt(call(app, claim, loadPosting, ref)),
    await attempt(call(app, claim, loadDraft, ref)),
    await attempt(call(app, claim, listVersions, ref)),
    await attempt(call(app, claim, loadVersion, { ...ref, version: 1 })),
    await attempt(call(app, claim, compareVersions, { ...ref, before: 1, after: 1 })),
    await attempt(call(app, claim, listOwnPostings, { limit: 100 })),
    await attempt(call(app, claim, listReviews, { limit: 100 })),
    await attempt(call(app, claim, loadReview, ref)),
    await attempt(call(app, claim, readRaw, {})),
  ];
  return JSON.stringify(results);
}
const attempt = (run: Promise<unknown>) => run.catch((error: Error) => error.message);

async function expectReads(
  posting: PlantedPosting,
  publicId: string,
  who: string,
  claim: ActorClaim,
  as: ReaderRelation | null,
) {
  const text = await everythingRead(claim, publicId);
  for (const { field, token } of posting.tokens)
    expect([who, field, text.includes(token)]).toEqual([
      who,
      field,
      as !== null && mayRead(as, field, posting.levels),
    ]);
}

async function expectPreview(
  { content, levels }: PlantedPosting,
  publicId: string,
  claim: ActorClaim,
  as: ReaderRelation,
) {
  const { reading } = await call(app, claim, loadPosting, { publicId });
  const { identity: _identity, ...got } = reading?.fields ?? {};
  expect(sorted(got)).toEqual(sorted(readAs(as, content as PostingContent, levels)));
}
const sorted = (fields: PostingPartFields) =>
  JSON.parse(
    JSON.stringify({
      ...fields,
      figures: [...(fields.figures ?? [])].sort((a, b) => (a.attribute < b.attribute ? -1 : 1)),
    }),
  ) as unknown;

describe("no reader learns a field above its level", () => {
  it("[PO5] [PO6] in review, while live and after the end, by whatever is asked, and the preview says the same", async () => {
    await fc.assert(
      fc.asyncProperty(plantedPosting(), async (planted) => {
        // What a buyer would pay is for the own organization alone where nothing was chosen.
        const isNeed = planted.kind === "need";
        const posting = isNeed
          ? { ...planted, levels: { price: "own" as const, ...planted.levels } }
          : planted;
        // The next run plants the same tokens in other fields, so nothing of an earlier run may be left.
        await kernel.owner.delete(postingTable).where(eq(postingTable.organizationId, owner.organization.id));
        const { id, publicId } = await call(app, owner.claim, createPosting, {
          kind: posting.kind,
          content: { ...posting.content },
          levels: widestAllowed(planted.levels),
        });
        await expectReads(posting, publicId, "officer of a draft", officer.claim, null);
        await call(app, owner.claim, submitPosting, { publicId, acknowledgeDoubts: true });
        await expectReads(posting, publicId, "owner", owner.claim, "owner");
        await expectReads(posting, publicId, "reviewer", officer.claim, "reviewer");
        await expectReads(posting, publicId, "not yet partner", partner.claim, null);
        await call(app, officer.claim, publishPosting, { publicId });
        await kernel.owner.insert(consent).values({
          postingId: id,
          organizationId: partner.organization.id,
          introductionId: app.newId(),
          since: app.clock(),
        });
        for (const [who, { claim, relation }] of Object.entries(strangers)) {
          await expectReads(posting, publicId, who, claim, relation);
          await expectPreview(posting, publicId, claim, relation);
        }
        await expectReads(posting, publicId, "partner", partner.claim, "partner");
        await expectPreview(posting, publicId, partner.claim, "partner");
        await expectReads(posting, publicId, "officer of a live one", officer.claim, "member");
        await call(app, owner.claim, closePosting, { publicId });
        await expectReads(posting, publicId, "partner after the end", partner.claim, "partner");
        await expectReads(posting, publicId, "officer after the end", officer.claim, "member");
        for (const [who, { claim }] of Object.entries(strangers))
          await expectReads(posting, publicId, `${who} after the end`, claim, null);
      }),
      { numRuns: 10 },
    );
  }, 90_000);

  it("[PO6] who publishes on the same side becomes a rival, declared or not", async () => {
    const quiet = await member({ kind: "university_or_institute" });
    const content = {
      concept: "lfp",
      language: "en",
      title: "Cathode powder",
      summary: "Cathode powder from a pilot line.",
      figures: [],
      volume: { amount: "7654321", unit: "t/a" },
      trl: 7,
      cooperation: ["supply"],
    };
    const publish = async (claim: ActorClaim) => {
      const { publicId } = await call(app, claim, createPosting, { kind: "capability", content });
      await call(app, claim, submitPosting, { publicId, acknowledgeDoubts: true });
      await call(app, officer.claim, publishPosting, { publicId });
      return publicId;
    };
    const publicId = await publish(owner.claim);
    const volume = async () =>
      (await call(app, quiet.claim, loadPosting, { publicId })).reading?.fields.volume;
    expect(await volume()).toEqual(content.volume);
    await call(app, quiet.claim, closePosting, { publicId: await publish(quiet.claim) });
    expect(await volume()).toBeUndefined();
  });
});

/** The product refuses a walled field at `everyone`; the drawn choice is stored as the widest that is allowed. */
function widestAllowed(levels: LevelChoice): LevelChoice {
  const walled: readonly string[] = [...walledFields, ...walledAttributes.map((id) => `figures.${id}`)];
  return Object.fromEntries(
    Object.entries(levels).map(([field, level]) => [
      field,
      walled.includes(field) && level === "everyone" ? "member" : level,
    ]),
  );
}
