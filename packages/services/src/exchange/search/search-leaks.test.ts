import { searchSorts } from "@lilink/contract";
import type { Principal } from "@lilink/db";
import { postingPart } from "@lilink/db/schema";
import {
  type DisclosureLevel,
  disclosureLevels,
  isWalled,
  type LevelledField,
  levelledFields,
  levelOf,
  maturitySteps,
  mayReadPart,
  type PostingContent,
  type ReaderRelation,
} from "@lilink/model/posting";
import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { toPartRows } from "../posting/to-part-rows.ts";
import { jump } from "./jump.ts";
import { searchPostings } from "./search-postings.ts";

const kernel = await createTestKernel();
const profile = { links: ["materials"], offers: ["ncm811"], needs: ["li2co3-batt"] };
const ownerBody = await addOrganization(kernel, profile);
const owner = await addMember(kernel, ownerBody);
const target = await addPosting(kernel, owner, "need");
await addPosting(
  kernel,
  owner,
  "capability",
  sampleContent({ concept: "ncm811", title: "Another posting beside" }),
);
// The same words elsewhere, so that a statistic of them that took in a hidden part would move an order or a cursor.
await addPosting(
  kernel,
  owner,
  "capability",
  sampleContent({
    concept: "ncm811",
    title: "Zirconia and quartz, 石墨烯",
    summary: "wolfram beside lithium",
  }),
);
const supplier = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const rival = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["materials"], offers: ["ncm622"] }),
);
const newcomer = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));

const readers: readonly { readonly relation: ReaderRelation; readonly principal: Principal }[] = [
  { relation: "visitor", principal: { kind: "anonymous" } },
  { relation: "visitor", principal: newcomer.principal },
  { relation: "competitor", principal: rival.principal },
  { relation: "member", principal: supplier.principal },
];

const planted = ["zirconia", "wolfram", "钨丝", "石墨烯", "quartz", "磷灰石"] as const;
const words = fc
  .uniqueArray(fc.constantFrom(...planted), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(" "));
const purity = { attribute: "purity", op: ">=", unit: "mass %", hard: true } as const;
const values = fc.record({
  summary: words,
  description: words,
  comparison: words,
  evidence: words,
  price: words,
  customers: words,
  internalNote: words,
  leftInText: words.map((one) => [one]),
  region: fc.constantFrom("36", "51", "63"),
  maturity: fc.constantFrom(...maturitySteps),
  trl: fc.integer({ min: 1, max: 9 }),
  ipStatus: fc.constantFrom("none", "granted", "open"),
  cooperation: fc.constantFrom(["supply"] as const, ["toll", "licence"] as const),
  figures: fc.constantFrom(...["98", "99.9"].map((value) => [{ ...purity, value }]), [
    { attribute: "moisture", op: "<=", value: "500", unit: "ppm", hard: true } as const,
  ]),
  volume: fc.constantFrom({ amount: "1", unit: "t/a" }, { amount: "9000", unit: "t/a" }),
}) as fc.Arbitrary<Partial<PostingContent>>;
const levels = fc.dictionary(
  fc.constantFrom(...levelledFields),
  fc.constantFrom(...disclosureLevels),
) as fc.Arbitrary<Record<string, DisclosureLevel>>;
const searches = fc.record({
  q: fc.oneof(
    fc.constant(""),
    fc.constantFrom(...planted),
    fc.constantFrom(...planted).map((word) => `${word} 纯度 ≥ 99.5%`),
    fc.constantFrom("纯度", "moisture", "water content", "zirconia 水分"),
    fc.tuple(fc.constantFrom(...planted), fc.constantFrom("lithium", "quartz")).map((pair) => pair.join(" ")),
  ),
  region: fc.constantFrom<string[][]>([], ["36"], ["51", "63"]),
  maturity: fc.constantFrom<"bulk"[][]>([], ["bulk"]),
  cooperation: fc.constantFrom<"toll"[][]>([], ["toll"]),
  sort: fc.constantFrom(...searchSorts),
  limit: fc.constantFrom(1, 20),
});

/** Stores the content as if it had been published so, at the same moment as before. */
async function store(content: PostingContent, chosen: Record<string, DisclosureLevel>) {
  const [before] = await kernel.owner
    .select()
    .from(postingPart)
    .where(eq(postingPart.postingId, target.id))
    .limit(1);
  if (!before) throw new Error("the posting has parts");
  const rows = toPartRows({
    useVersion: null,
    postingId: target.id,
    publicId: target.publicId,
    version: before.version,
    organizationId: ownerBody.id,
    kind: "need",
    content,
    levels: chosen,
    extra: { identity: { publicId: ownerBody.publicId, name: ownerBody.name } },
    owner: profile,
  });
  await kernel.owner.transaction(async (tx) => {
    await tx.delete(postingPart).where(eq(postingPart.postingId, target.id));
    await tx.insert(postingPart).values(
      rows.map((row) => ({
        ...row,
        state: "live" as const,
        publishedAt: before.publishedAt,
        validUntil: before.validUntil,
        search: sql`to_tsvector('simple', ${row.search})`,
      })),
    );
  });
}

/** B where the reader may not look, A everywhere else. */
function hideBehind(
  relation: ReaderRelation,
  a: Partial<PostingContent>,
  b: Partial<PostingContent>,
  chosen: Record<string, DisclosureLevel>,
) {
  const levelOfKey = (key: string): DisclosureLevel => {
    if (key === "internalNote" || key === "leftInText") return "own";
    return levelOf(key === "trl" ? "maturity" : (key as LevelledField), chosen);
  };
  const hidden = Object.keys(a).filter((key) => !mayReadPart(relation, levelOfKey(key), isWalled(key)));
  return Object.fromEntries(
    Object.entries(a).map(([key, value]) => [
      key,
      hidden.includes(key) ? b[key as keyof PostingContent] : value,
    ]),
  );
}

it("[SE3] gives a reader the same page, counts, order and cursors whatever the parts that it may not read contain", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...readers),
      values,
      values,
      levels,
      searches,
      async (reader, a, b, chosen, input) => {
        const look = async () => ({
          page: await call(kernel.app, reader.principal, searchPostings, input),
          jump: await call(kernel.app, reader.principal, jump, { q: input.q }),
        });
        await store(sampleContent(a), chosen);
        const first = await look();
        await store(sampleContent(hideBehind(reader.relation, a, b, chosen)), chosen);
        expect(await look()).toEqual(first);
      },
    ),
    { numRuns: 150 },
  );
}, 180_000);
