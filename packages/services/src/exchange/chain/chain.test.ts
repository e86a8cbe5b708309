import { posting, postingPart } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { findConcepts, searchConcepts } from "../search/search-concepts.ts";
import { loadConcept } from "./load-concept.ts";
import { loadOverview } from "./load-overview.ts";

const kernel = await createTestKernel();
const author = await addMember(kernel, await addOrganization(kernel, { links: ["materials"] }));
const rival = await addMember(kernel, await addOrganization(kernel, { offers: ["lifsi"], needs: ["lifsi"] }));
const unverified = await addMember(kernel, await addOrganization(kernel, { status: "pending" }));
const visitor = { kind: "anonymous" } as const;
const readers = [author.principal, rival.principal, unverified.principal, visitor];

const countOf = async (principal: (typeof readers)[number], concept: string) => {
  const { counts } = await call(kernel.app, principal, loadOverview, {});
  return counts.find((row) => row.concept === concept);
};
const load = (principal: (typeof readers)[number], concept: string) =>
  call(kernel.app, principal, loadConcept, { concept });

describe("chain.overview", () => {
  it("[CH11] counts live postings at their first concept, the same for every reader", async () => {
    await addPosting(kernel, author, "need", sampleContent({ concept: "lifsi", concepts: ["lipf6"] }));
    await addPosting(kernel, author, "capability", sampleContent({ concept: "lifsi" }));
    const ended = await addPosting(kernel, author, "capability", sampleContent({ concept: "lifsi" }));
    await kernel.owner.update(postingPart).set({ state: "ended" }).where(eq(postingPart.postingId, ended.id));
    for (const reader of readers) {
      expect(await countOf(reader, "lifsi")).toEqual({
        concept: "lifsi",
        link: "smelting",
        capabilities: 1,
        needs: 1,
        projects: 0,
      });
      expect(await countOf(reader, "lipf6")).toBeUndefined();
    }
  });

  it("[CH11] does not move with anything that is hidden", async () => {
    const texts = fc.constantFrom("lidfob", "LiDFOB 99.9", "none");
    await fc.assert(
      fc.asyncProperty(
        fc.record({ price: texts, customers: texts, internalNote: texts, evidence: texts }),
        async (hidden) => {
          const made = await addPosting(
            kernel,
            author,
            "need",
            sampleContent({ concept: "libob", ...hidden }),
          );
          const seen = await Promise.all(readers.map((reader) => countOf(reader, "libob")));
          await kernel.owner.delete(posting).where(eq(posting.id, made.id));
          for (const row of seen) expect(row?.needs).toBe(1);
          expect(await countOf(visitor, "lidfob")).toBeUndefined();
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe("chain.concept", () => {
  it("[CH11] gathers the kinds of a concept, with counts of needs and offers", async () => {
    await addPosting(kernel, author, "need", sampleContent({ concept: "ncm811", title: "Need of NCM811" }));
    const family = await load(visitor, "ternary-cathode");
    expect(family.counts).toEqual({ capabilities: 0, needs: 1, projects: 0 });
    expect(family.supply).toBe("weak");
    expect((await load(visitor, "lifsi")).supply).toBe("answered");
    expect((await load(visitor, "geothermal-brine")).supply).toBe("quiet");
  });

  it("[PO5] shows of each posting what this reader may read, and no more", async () => {
    const content = sampleContent({ concept: "lipo2f2", description: "LiPO2F2-DESCRIPTION" });
    await addPosting(kernel, author, "capability", content, { region: "member", identity: "member" });
    const [asVisitor, asRival] = [await load(visitor, "lipo2f2"), await load(rival.principal, "lipo2f2")];
    expect(asVisitor.postings.map(({ fields }) => [fields.title, fields.identity, fields.region])).toEqual([
      [content.title, undefined, undefined],
    ]);
    expect(asRival.postings[0]?.fields.identity).toBeDefined();
    expect(JSON.stringify([asVisitor, asRival])).not.toMatch(/PRICE-SECRET|CUSTOMER-SECRET/);
  });

  it("[CH10] carries ranges with sources, neighbours, conversions and the editor's notes", async () => {
    const concept = await load(visitor, "lifsi");
    expect(concept.notes.map(({ id }) => id)).toEqual(["EN-13"]);
    expect(concept.conversions.compound?.substance).toBe("LiFSI");
    expect(concept.neighbours.length).toBeGreaterThan(0);
    for (const spec of concept.specs) expect(spec.source).toBeTruthy();
  });

  it("answers NOT_FOUND for a concept that the chain does not hold", async () => {
    await expect(load(visitor, "no-such-concept")).rejects.toThrow("NOT_FOUND");
  });
});

describe("chain.search", () => {
  it("finds by Chinese, English, abbreviation, formula and pinyin", () => {
    const first = (text: string) => findConcepts(text, 5).map(({ id }) => id);
    expect(first("氫氧化鋰")).toEqual(first("氢氧化锂"));
    for (const text of ["双氟磺酰亚胺锂", "LiFSI", "lifsi", "shuangfu", "sfhxyal"])
      expect(first(text)[0], text).toBe("lifsi");
    expect(first("lithium hexa")).toContain("lipf6");
    expect(first("电池级 碳酸锂")[0]).toBe("li2co3-batt");
    expect(first("qqqqq")).toEqual([]);
    for (const text of ["tansuanli", "tsl"])
      expect(
        findConcepts(text, 30).map(({ id }) => id),
        text,
      ).toContain("li2co3-batt");
  });

  it("is open to a visitor", async () => {
    const found = await call(kernel.app, visitor, searchConcepts, { q: "隔膜" });
    expect(found.concepts.length).toBeGreaterThan(0);
  });
});
