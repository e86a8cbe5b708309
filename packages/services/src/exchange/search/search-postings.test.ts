import { searchSorts } from "@lilink/contract";
import { posting, postingPart } from "@lilink/db/schema";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { jump } from "./jump.ts";
import { searchPostings } from "./search-postings.ts";

const kernel = await createTestKernel();
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
const member = await addMember(kernel, await addOrganization(kernel, { links: ["recycling"] }));
const visitor = { kind: "anonymous" } as const;

const at = (minute: number) => kernel.setNow(new Date(Date.UTC(2026, 10, 24, 2, minute)));
const carbonate = await addPosting(kernel, seller, "capability", {
  ...sampleContent({
    language: "zh",
    title: "可供电池级碳酸锂,磁性异物低",
    summary: "锂云母提锂自有产线,可签年度长单。",
    description: "产线采用密闭输送与在线除磁,采用湿法回收母液。",
    region: "36",
    maturity: "bulk",
  }),
});
at(1);
const cathode = await addPosting(kernel, seller, "need", {
  ...sampleContent({
    concept: "ncm811",
    title: "Second source for NCM811 cathode",
    summary: "We look for a second source of NCM811 with stable lithium carbonate feed.",
    region: "51",
  }),
});
at(2);
const ended = await addPosting(
  kernel,
  seller,
  "capability",
  sampleContent({ title: "Carbonate no longer offered" }),
);
await kernel.owner.update(posting).set({ state: "closed" }).where(eq(posting.id, ended.id));
await kernel.owner.update(postingPart).set({ state: "ended" }).where(eq(postingPart.postingId, ended.id));

type Input = Parameters<typeof call<typeof searchPostings.input, never>>[3];
const find = async (principal: Parameters<typeof call>[1], input: Input) => {
  const page = await call(kernel.app, principal, searchPostings, input);
  return { ...page, ids: page.items.map((item) => item.publicId) };
};

describe("finding postings", () => {
  it("[SE1] lists the newest first and leaves out what has ended", async () => {
    const page = await find(visitor, {});
    expect(page.ids).toEqual([cathode.publicId, carbonate.publicId]);
    expect(page.facets).toMatchObject({ total: 2, kind: { need: 1, capability: 1 } });
  });

  it("[SE5] goes by publication or by the end of validity, from either end", async () => {
    const ends = async (sort: "ending" | "lasting") =>
      (await find(visitor, { sort })).items.map(({ validUntil }) => validUntil?.getTime() ?? 0);
    await kernel.owner
      .update(postingPart)
      .set({ validUntil: new Date(Date.UTC(2027, 0, 1)) })
      .where(eq(postingPart.postingId, cathode.id));
    const ending = await ends("ending");
    expect(ending.length).toBe(2);
    expect(new Set(ending).size).toBe(2);
    expect(ending).toEqual([...ending].sort((a, b) => a - b));
    expect(await ends("lasting")).toEqual([...ending].reverse());
    expect((await find(visitor, { sort: "oldest" })).ids).toEqual([carbonate.publicId, cathode.publicId]);
    // Without a text there is no best one.
    expect((await find(visitor, { sort: "best" })).ids).toEqual([cathode.publicId, carbonate.publicId]);
  });

  it("[SE4] keeps its tally of live postings in step with the postings", async () => {
    const counted = await kernel.owner.execute(
      sql`select kind, concept, count(*)::int as live from posting_part where level = 'everyone' and not walled and state = 'live' group by 1, 2 order by 1, 2`,
    );
    const tally = await kernel.owner.execute(
      sql`select kind, concept, live from posting_tally where live > 0 order by 1, 2`,
    );
    expect(tally.rows).toEqual(counted.rows);
  });

  it("[SE2] finds words of two characters, and words of Latin script in any case", async () => {
    for (const q of ["磁性", "长单", "提锂"])
      expect((await find(visitor, { q })).ids).toEqual([carbonate.publicId]);
    // And the English posting that speaks of a carbonate ([SE13]), after it.
    expect((await find(visitor, { q: "碳酸" })).ids).toEqual([carbonate.publicId, cathode.publicId]);
    expect((await find(visitor, { q: "ncm811" })).ids).toEqual([cathode.publicId]);
    expect((await find(visitor, { q: "second SOURCE" })).ids).toEqual([cathode.publicId]);
  });

  it("[SE9] finds nothing by what leaves no term, and says so", async () => {
    for (const q of ["x".repeat(200), "…", "≥", `碳酸 ${"y".repeat(65)}`]) {
      const page = await find(visitor, { q });
      expect([q, page.ids, page.facets.total, page.isLost]).toEqual([q, [], 0, true]);
      expect((await call(kernel.app, visitor, jump, { q: q.slice(0, 100) })).postings).toEqual([]);
    }
    expect(await find(visitor, { q: " " })).toMatchObject({ facets: { total: 2 }, isLost: false });
    expect(await find(visitor, { q: "磁性 —" })).toMatchObject({ ids: [carbonate.publicId], isLost: false });
  });

  it("[SE10] finds a figure by the names of its attribute, and tells it, for readers of its part", async () => {
    const figures = [
      { attribute: "d50", op: "<=", value: "12", unit: "µm", hard: true } as const,
      { attribute: "moisture", op: "<=", value: "400", unit: "ppm", hard: true } as const,
    ];
    const levels = { "figures.d50": "everyone", "figures.moisture": "member" } as const;
    const sized = await addPosting(
      kernel,
      seller,
      "capability",
      sampleContent({ title: "Fine powder on offer", figures }),
      levels,
    );
    for (const q of ["D50", "粒径", "粒徑", "particle size", "median-size", "powder PSD"]) {
      expect((await find(visitor, { q })).ids, q).toEqual([sized.publicId]);
      expect((await find(member.principal, { q })).ids, q).toEqual([sized.publicId]);
    }
    const told = async (principal: Parameters<typeof find>[0]) =>
      (await find(principal, { q: "D50" })).items[0]?.keyFigures.map(({ attribute }) => attribute);
    expect([await told(visitor), await told(member.principal)]).toEqual([["d50"], ["d50", "moisture"]]);
    for (const q of ["moisture", "水分", "含水率", "Water content"]) {
      expect((await find(visitor, { q })).ids, q).toEqual([]);
      expect((await find(member.principal, { q })).ids, q).toEqual([sized.publicId]);
    }
    expect((await find(member.principal, { q: "powder 比容量" })).ids).toEqual([]);
    await kernel.owner.delete(postingPart).where(eq(postingPart.postingId, sized.id));
  });

  it("[SE3] lists the amount to members that do not compete, and to nobody else", async () => {
    const volume = { amount: "3000", unit: "t/a", from: "2027-01-01", to: "2027-12-31" };
    const sold = await addPosting(kernel, seller, "capability", sampleContent({ volume }));
    const rival = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
    const told = async (principal: Parameters<typeof find>[0]) =>
      (await find(principal, {})).items.find(({ publicId }) => publicId === sold.publicId)?.fields.volume;
    expect([await told(member.principal), await told(rival.principal), await told(visitor)]).toEqual([
      volume,
      undefined,
      undefined,
    ]);
    await kernel.owner.delete(postingPart).where(eq(postingPart.postingId, sold.id));
  });

  it("[SE2] finds different words in different parts that the reader may read", async () => {
    expect((await find(member.principal, { q: "碳酸锂 湿法" })).ids).toEqual([carbonate.publicId]);
    expect((await find(visitor, { q: "碳酸锂 湿法" })).ids).toEqual([]);
  });

  it("[SE2] finds by the pinyin of a name of the chain, in one word or by syllables, and by traditional characters", async () => {
    for (const q of ["dianchiji tansuanli", "提鋰 tansuan", "tansuanli 長單"])
      expect([q, (await find(visitor, { q })).ids]).toEqual([q, [carbonate.publicId]]);
    // The cathode is fed with lithium carbonate, and says so in English.
    const both = [carbonate.publicId, cathode.publicId];
    for (const q of ["tansuanli", "Tan suan li", "碳酸鋰"])
      expect([q, (await find(visitor, { q })).ids]).toEqual([q, both]);
    expect((await find(visitor, { q: "tansuanli ncm811" })).ids).toEqual([cathode.publicId]);
    expect((await find(visitor, { q: "tansuanli ncm622" })).ids).toEqual([]);
    const { postings } = await call(kernel.app, visitor, jump, { q: "tansuanli" });
    expect(postings.map(({ publicId }) => publicId)).toEqual(both);
  });

  it("[SE3] never finds by a part of partners, not even for its owner", async () => {
    for (const principal of [member.principal, seller.principal]) {
      expect((await find(principal, { q: "PRICE-SECRET" })).ids).toEqual([]);
    }
  });

  it("[SE4] filters by facets that the reader may read and counts each as if it alone were open", async () => {
    expect((await find(member.principal, { region: ["36"] })).ids).toEqual([carbonate.publicId]);
    expect((await find(visitor, { region: ["36"] })).ids).toEqual([]);
    // China takes in its provinces, and no other country. [PO24]
    expect((await find(member.principal, { region: ["CN"] })).ids).toEqual([
      cathode.publicId,
      carbonate.publicId,
    ]);
    expect((await find(member.principal, { region: ["ZW"] })).ids).toEqual([]);
    const page = await find(visitor, { kind: ["need"], concept: ["ternary-cathode"] });
    expect(page.ids).toEqual([cathode.publicId]);
    expect(page.facets).toMatchObject({ total: 1, kind: { need: 1 }, link: { materials: 1 } });
  });

  it("[SE5] pages without a gap or a repeat, in each order, and refuses a cursor of another order", async () => {
    for (const sort of searchSorts) {
      const first = await find(visitor, { q: "lithium", limit: 1, sort });
      expect(first.nextCursor).not.toBeNull();
      const second = await find(visitor, { q: "lithium", limit: 1, sort, cursor: first.nextCursor ?? "" });
      expect(new Set([...first.ids, ...second.ids])).toEqual(new Set([carbonate.publicId, cathode.publicId]));
      expect(second.nextCursor).toBeNull();
      const other = sort === "best" ? "newest" : "best";
      await expect(
        find(visitor, { q: "lithium", sort: other, cursor: first.nextCursor ?? "" }),
      ).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    }
  });

  it("[SE2] puts a posting on the very concept before one that only mentions it", async () => {
    expect((await find(visitor, { q: "lithium carbonate" })).ids).toEqual([
      carbonate.publicId,
      cathode.publicId,
    ]);
  });

  it("[SE8] a figure in the words need not occur: what meets it comes first, then what states it", async () => {
    const figureOf = (value: string) =>
      ({ attribute: "purity", op: ">=", value, unit: "mass %", hard: true }) as const;
    const offer = (title: string, figures: ReturnType<typeof figureOf>[]) =>
      addPosting(kernel, seller, "capability", sampleContent({ concept: "lifsi", title, figures }));
    at(3);
    const pure = await offer("LiFSI one", [figureOf("99.9")]);
    at(4);
    const plain = await offer("LiFSI two", [figureOf("99.2")]);
    at(5);
    const silent = await offer("LiFSI three", []);
    const order = [pure.publicId, plain.publicId, silent.publicId];
    for (const q of ["LiFSI purity ≥ 99.5 %", "LiFSI 纯度不低于99.5%", "LiFSI 主含量 ≥ 995 ‰"])
      expect((await find(member.principal, { q })).ids, q).toEqual(order);
    const page = await find(member.principal, { q: "LiFSI purity ≥ 99.5 %, 6000 t" });
    expect([page.ids, page.figures.map(({ text }) => text)]).toEqual([order, ["purity ≥ 99.5 %", "6000 t"]]);
    const verdicts = (answered: typeof page.answered) =>
      order.map((id) => answered[id]?.map(({ verdict, stated }) => [verdict, stated?.value ?? null]));
    expect(verdicts(page.answered)).toEqual([[["pass", "99.9"]], [["fail", "99.2"]], [["unknown", null]]]);
    // The visitor reads no figure of these and learns of none.
    expect(verdicts((await find(visitor, { q: "LiFSI purity ≥ 99.5 %" })).answered)).toEqual(
      order.map(() => [["unknown", null]]),
    );
    expect((await find(member.principal, { q: "LiFSI" })).answered).toEqual({});
    const unseen = await find(visitor, { q: "LiFSI" });
    expect((await find(visitor, { q: "LiFSI purity ≥ 99.5 %" })).ids).toEqual(unseen.ids);
    expect((await find(member.principal, { q: "6000 t" })).ids).toEqual([]);
  });

  it("[SE2] puts a posting on the very concept first where it is named in pinyin", async () => {
    const publish = (concept: string, title: string) =>
      addPosting(
        kernel,
        seller,
        "capability",
        sampleContent({ language: "zh", concept, title, figures: [] }),
      );
    at(6);
    const named = await publish("lfp", "可供正极材料");
    at(7);
    const mentioned = await publish("cell-lfp", "磷酸铁锂电池：磷酸铁锂电芯，磷酸铁锂模组，磷酸铁锂");
    for (const q of ["磷酸铁锂", "linsuantieli", "lin suan tie li"])
      expect((await find(visitor, { q })).ids, q).toEqual([named.publicId, mentioned.publicId]);
  });

  it("[SE1] takes any text for a search and none for a fault", async () => {
    for (const q of ["!!!", "' & | :*", "锂", "a".repeat(200), "\\", "<->", "((("])
      await find(visitor, { q });
  });
});

describe("jumping", () => {
  it("[SE7] offers concepts by any of their names and by pinyin, and postings by text", async () => {
    const found = await call(kernel.app, visitor, jump, { q: "碳酸锂" });
    expect(found.concepts.map((concept) => concept.id)).toContain("li2co3-batt");
    const { ids } = await find(visitor, { q: "碳酸锂" });
    expect(ids[0]).toBe(carbonate.publicId);
    expect(found.postings.map((row) => row.publicId)).toEqual(ids.slice(0, 5));
    expect((await call(kernel.app, visitor, jump, { q: "lsyl" })).concepts.length).toBeGreaterThanOrEqual(0);
    expect((await call(kernel.app, visitor, jump, { q: "ncm811" })).concepts[0]?.id).toBe("ncm811");
    expect(await call(kernel.app, visitor, jump, { q: "  " })).toEqual({
      concepts: [],
      postings: [],
      organizations: [],
      goals: [],
      records: [],
    });
  });
});

describe("names of the chain", () => {
  it("[SE11] finds alike by formula, by abbreviation and by name in either language", async () => {
    const rings = [
      ["Li2CO3", "Li₂CO₃", "碳酸锂", "碳酸鋰", "lithium carbonate", "Lithium-Carbonate"],
      ["LiFePO4", "LFP", "磷酸铁锂", "lithium iron phosphate"],
      ["LiOH", "LiOH·H2O", "氢氧化锂", "lithium hydroxide"],
    ];
    const iron = await addPosting(
      kernel,
      seller,
      "capability",
      sampleContent({ concept: "lfp", title: "Cathode powder, 2.55 g/cm3" }),
    );
    const asked = await addPosting(
      kernel,
      seller,
      "need",
      sampleContent({ concept: "electrolyte", title: "求购磷酸铁锂电池用电解液" }),
    );
    const hits = [[carbonate.publicId, cathode.publicId], [iron.publicId, asked.publicId], []];
    for (const [at, ring] of rings.entries()) {
      const found = await Promise.all(ring.map(async (q) => (await find(visitor, { q })).ids.toSorted()));
      for (const [which, ids] of found.entries()) expect(ids, ring[which]).toEqual(found[0]);
      expect(found[0]).toEqual(expect.arrayContaining(hits[at] ?? []));
    }
    const powders = (await find(visitor, { q: "LiFePO4 powder" })).ids;
    expect(powders).toContain(iron.publicId);
    expect(powders).not.toContain(asked.publicId);
  });
});
