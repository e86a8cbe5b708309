import type { Principal } from "@lilink/db";
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
  return { organization, principal: person.principal };
};
const links = ["materials", "smelting"];
const owner = await member({ links, offers: ["ncm811"] });
const partner = await member({ links, offers: all, needs: all });
const officer = await member({ kind: "coordination_group" }, ["officer"]);
const rival = await member({ offers: all, needs: all, groupId });
const strangers: Readonly<Record<string, { principal: Principal; relation: ReaderRelation }>> = {
  visitor: { principal: { kind: "anonymous" }, relation: "visitor" },
  unverified: { principal: (await member({ status: "pending" })).principal, relation: "visitor" },
  operator: {
    principal: (await member({ kind: "operator" }, ["system_admin"])).principal,
    relation: "visitor",
  },
  university: {
    principal: (await member({ kind: "university_or_institute", links })).principal,
    relation: "member",
  },
  regulator: { principal: (await member({ kind: "regulator" })).principal, relation: "regulator" },
  rivalByProduct: { principal: rival.principal, relation: "competitor" },
  rivalByLink: { principal: (await member({ links })).principal, relation: "competitor" },
  rivalByGroup: {
    principal: (await member({ kind: "university_or_institute", groupId })).principal,
    relation: "competitor",
  },
};

/** audience.md written out once more, without the model's parts. */
function mayRead(reader: ReaderRelation, field: string, levels: LevelChoice): boolean {
  if (field === "title") return true;
  if (field === "internalNote" || field === "leftInText") return reader === "owner";
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

async function everythingRead(principal: Principal, publicId: string): Promise<string> {
  const ref = { publicId };
  const results = [
    await attempt(call(app, principal, loadPosting, ref)),
    await attempt(call(app, principal, loadDraft, ref)),
    await attempt(call(app, principal, listVersions, ref)),
    await attempt(call(app, principal, loadVersion, { ...ref, version: 1 })),
    await attempt(call(app, principal, compareVersions, { ...ref, before: 1, after: 1 })),
    await attempt(call(app, principal, listOwnPostings, { limit: 100 })),
    await attempt(call(app, principal, listReviews, { limit: 100 })),
    await attempt(call(app, principal, loadReview, ref)),
    await attempt(call(app, principal, readRaw, {})),
  ];
  return JSON.stringify(results);
}
const attempt = (run: Promise<unknown>) => run.catch((error: Error) => error.message);

async function expectReads(
  posting: PlantedPosting,
  publicId: string,
  who: string,
  principal: Principal,
  as: ReaderRelation | null,
) {
  const text = await everythingRead(principal, publicId);
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
  principal: Principal,
  as: ReaderRelation,
) {
  const { reading } = await call(app, principal, loadPosting, { publicId });
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
        const { id, publicId } = await call(app, owner.principal, createPosting, {
          kind: posting.kind,
          content: { ...posting.content },
          levels: widestAllowed(planted.levels),
        });
        await expectReads(posting, publicId, "officer of a draft", officer.principal, null);
        await call(app, owner.principal, submitPosting, { publicId, acknowledgeDoubts: true });
        await expectReads(posting, publicId, "owner", owner.principal, "owner");
        await expectReads(posting, publicId, "reviewer", officer.principal, "reviewer");
        await expectReads(posting, publicId, "not yet partner", partner.principal, null);
        await call(app, officer.principal, publishPosting, { publicId });
        await kernel.owner.insert(consent).values({
          postingId: id,
          organizationId: partner.organization.id,
          introductionId: app.newId(),
          since: app.clock(),
        });
        for (const [who, { principal, relation }] of Object.entries(strangers)) {
          await expectReads(posting, publicId, who, principal, relation);
          await expectPreview(posting, publicId, principal, relation);
        }
        await expectReads(posting, publicId, "partner", partner.principal, "partner");
        await expectPreview(posting, publicId, partner.principal, "partner");
        await expectReads(posting, publicId, "officer of a live one", officer.principal, "member");
        await call(app, owner.principal, closePosting, { publicId });
        await expectReads(posting, publicId, "partner after the end", partner.principal, "partner");
        await expectReads(posting, publicId, "officer after the end", officer.principal, "member");
        for (const [who, { principal }] of Object.entries(strangers))
          await expectReads(posting, publicId, `${who} after the end`, principal, null);
      }),
      { numRuns: 10 },
    );
  }, 90_000);

  it("[PO6] an organization that publishes on the same side becomes a competitor, declared or not", async () => {
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
    const publish = async (principal: Principal) => {
      const { publicId } = await call(app, principal, createPosting, { kind: "capability", content });
      await call(app, principal, submitPosting, { publicId, acknowledgeDoubts: true });
      await call(app, officer.principal, publishPosting, { publicId });
      return publicId;
    };
    const publicId = await publish(owner.principal);
    const volume = async () =>
      (await call(app, quiet.principal, loadPosting, { publicId })).reading?.fields.volume;
    expect(await volume()).toEqual(content.volume);
    await call(app, quiet.principal, closePosting, { publicId: await publish(quiet.principal) });
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
