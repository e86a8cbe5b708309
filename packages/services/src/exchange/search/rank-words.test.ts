import { postingPart } from "@lilink/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { defineQuery } from "../../kernel/define.ts";
import { rankWords } from "./rank-words.ts";
import { searchPostings } from "./search-postings.ts";
import { Shelf } from "./shelf.ts";

const kernel = await createTestKernel();
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["recycled-pcam"] }));
const member = await addMember(kernel, await addOrganization(kernel, { links: ["recycling"] }));
const visitor = { kind: "anonymous" } as const;
type Reader = Parameters<typeof call>[1];

/** The engine's order itself, before the database decides which of it is shown. */
const rank = defineQuery({
  name: "search.rank",
  input: z.object({ q: z.string() }),
  authorize: { action: "search.browse" },
  run: async (ctx, { q }) => ({ ids: (await rankWords(ctx, q))?.hits.map(({ id }) => id) ?? null }),
});
const ranked = async (reader: Reader, q: string) => (await call(kernel.app, reader, rank, { q })).ids;
const found = async (reader: Reader, q: string) =>
  (await call(kernel.app, reader, searchPostings, { q })).items.map(({ publicId }) => publicId);
const offer = (title: string, summary: string, description = "") =>
  addPosting(kernel, seller, "capability", {
    ...sampleContent({ concept: "recycled-pcam", title, summary, figures: [] }),
    ...(description && { description }),
  });

const filler = Array.from(
  { length: 8 },
  (_, at) => `The plant of unit ${at} works well, the plant and its plant hall.`,
);
const rare = await offer("Vanadyl line", "We run a plant with a vanadyl step.");
const common = await offer(
  "Plant plant plant",
  "A plant. The plant has a vanadyl corner, the plant hall and the plant road.",
);
for (const text of filler) await offer("Service", text);
const told = await offer("Workshop", "Service of kilns.", "Our members alone read of tellurium.");

describe("ranking by the engine", () => {
  it("[SE12] a shelf that holds nothing asks for no change: no transaction is that late", () => {
    expect(new Shelf("everyone").since).toBe(2n ** 63n - 1n);
  });

  it("[SE12] a rare word counts more than a common one that is repeated", async () => {
    expect((await found(visitor, "vanadyl plant")).slice(0, 2)).toEqual([rare.publicId, common.publicId]);
  });

  it("[SE12] reads what everyone may read for visitors, and what members may read for members", async () => {
    expect(await ranked(visitor, "tellurium")).toEqual([]);
    expect(await ranked(member.principal, "tellurium")).toEqual([told.id]);
    expect(await ranked(visitor, "kilns")).toEqual([told.id]);
  });

  it("[SE12] never holds a walled part or one of partners, not even for their owner", async () => {
    for (const q of ["PRICE-SECRET", "CUSTOMER-SECRET"])
      for (const reader of [visitor, member.principal, seller.principal])
        expect(await ranked(reader, q)).toEqual([]);
  });

  it("[SE12] knows at once what came, changed, went behind the wall and ended, in whatever order its transactions commit", async () => {
    const late = await offer("Ruthenium", "Recovery of ruthenium.");
    expect(await ranked(visitor, "ruthenium")).toEqual([late.id]);
    const part = and(eq(postingPart.postingId, late.id), eq(postingPart.level, "everyone"));
    const reworded = (word: string) =>
      sql`fields || jsonb_build_object('title', ${word}::text, 'summary', ${word}::text)`;
    // Begins first and commits last: its number is lower than that of what is read in between.
    await kernel.owner.transaction(async (tx) => {
      await tx
        .update(postingPart)
        .set({ fields: reworded("osmium") })
        .where(part);
      const beside = await offer("Rhodium", "Recovery of rhodium.");
      expect(await ranked(visitor, "rhodium")).toEqual([beside.id]);
      expect(await ranked(visitor, "ruthenium")).toEqual([late.id]);
    });
    expect(await ranked(visitor, "osmium")).toEqual([late.id]);
    expect(await ranked(visitor, "ruthenium")).toEqual([]);
    await kernel.owner.update(postingPart).set({ walled: true }).where(part);
    expect(await ranked(visitor, "osmium")).toEqual([]);
    await kernel.owner.update(postingPart).set({ walled: false }).where(part);
    expect(await ranked(visitor, "osmium")).toEqual([late.id]);
    await kernel.owner.update(postingPart).set({ state: "ended" }).where(eq(postingPart.postingId, late.id));
    expect(await ranked(visitor, "osmium")).toEqual([]);
  });

  it("[SE12] many readers at once get one answer each, and none an older one", async () => {
    const fresh = await offer("Iridium", "Recovery of iridium.");
    const all = await Promise.all(
      [visitor, member.principal, visitor, seller.principal].map((reader) => ranked(reader, "iridium")),
    );
    expect(all).toEqual(all.map(() => [fresh.id]));
  });

  it("[SE13] finds what holds each word in the other language or in another form, and only with all its words", async () => {
    const english = await offer("Kiln for roasting spodumene", "Rotary kilns that roast ore.");
    const chinese = await offer("转炉焙烧锂辉石", "供应回转窑焙烧设备。");
    for (const q of ["锂辉石 焙烧", "roasted spodumene", "roasting of spodumene", "锂辉石焙烧"])
      expect((await found(visitor, q)).toSorted(), q).toEqual(
        [english.publicId, chinese.publicId].toSorted(),
      );
    expect(await found(visitor, "roasting tellurium")).toEqual([]);
    expect(await found(member.principal, "spodumene zirconium")).toEqual([]);
    for (const sort of ["newest", "best"] as const) {
      const { facets } = await call(kernel.app, visitor, searchPostings, { q: "roasted spodumene", sort });
      expect(facets.total).toBe(2);
    }
  });

  it("[SE13] finds and orders alike by formula, abbreviation, pinyin and name in either language", async () => {
    const texts = ["LiOH for cathodes", "氢氧化锂长单", "Lithium hydroxide, battery grade"];
    const apart = await offer(
      "Lithium salts and hydroxide of sodium",
      "We supply it by the tonne, all year.",
    );
    for (const title of texts) await offer(title, "We supply it by the tonne, all year.");
    const rings = [
      ["LiOH", "氢氧化锂", "lithium hydroxide", "qingyanghuali", "Lithium-Hydroxide", "氫氧化鋰"],
      ["spodumene", "锂辉石", "lihuishi"],
    ];
    for (const ring of rings) {
      const [first = [], ...others] = await Promise.all(ring.map((q) => found(visitor, q)));
      expect(first.length).toBeGreaterThan(1);
      for (const other of others) expect(other).toEqual(first);
    }
    // The database alone finds the words apart, after what the name finds.
    expect((await found(visitor, "LiOH")).slice(3)).toEqual([apart.publicId]);
  });
});
