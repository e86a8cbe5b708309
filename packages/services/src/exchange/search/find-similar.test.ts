import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { findSimilar } from "./find-similar.ts";
import { searchPostings } from "./search-postings.ts";

const kernel = await createTestKernel();
const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["ncm811"] }));
const member = await addMember(kernel, await addOrganization(kernel, { links: ["recycling"] }));
const visitor = { kind: "anonymous" } as const;
const post = (
  concept: string,
  title: string,
  more: object = {},
  kind: "capability" | "need" = "capability",
) => addPosting(kernel, seller, kind, sampleContent({ concept, title, figures: [], ...more }));

const own = await post("lifsi", "Vacuum drying of LiFSI powder", {
  summary: "Drying in tantalum vessels, at scale.",
});
const same = await post("lifsi", "LiFSI by the tonne");
const near = await post("lipf6", "Drying of LiPF6 powder in tantalum vessels");
await post("natural-graphite", "Vacuum drying of powder in tantalum vessels");
await post("natural-graphite", "Something of its own");
await post("lifsi", "Wanted: LiFSI", {}, "need");
const find = (reader: Parameters<typeof call>[1], publicId = own.publicId) =>
  call(kernel.app, reader, findSimilar, { publicId });

describe("similar postings", () => {
  it("[SE16] lists those of the same kind, same product first, each with its reason", async () => {
    for (const reader of [visitor, member.principal, seller.principal]) {
      const found = await find(reader);
      expect(found.map(({ publicId }) => publicId)).toEqual([same.publicId, near.publicId]);
      expect(found.map(({ why }) => why)).toEqual(["concept", "stage"]);
    }
  });

  it("[SE16] lists at most five, never one that has ended or is not known, and reads no walled part", async () => {
    for (let at = 0; at < 6; at++)
      await post("lifsi", `LiFSI offer number ${at}`, { price: "Hafnium zirconium" });
    expect(await find(visitor)).toHaveLength(5);
    expect(await find(visitor, "doesNotExist")).toEqual([]);
    const priced = await post("lipf6", "Hafnium zirconium", { summary: "Hafnium zirconium." });
    for (const reader of [visitor, member.principal, seller.principal])
      expect(await find(reader, priced.publicId)).toEqual([]);
    const open = await post("lifsi", "Hafnium zirconium in LiFSI");
    expect((await find(visitor, priced.publicId)).map(({ publicId }) => publicId)).toEqual([open.publicId]);
  });
});

describe("what a search says of its hits", () => {
  it("[SE14] marks the words that answer, in title and text, by whichever name and language", async () => {
    const { items, marked } = await call(kernel.app, visitor, searchPostings, { q: "真空干燥" });
    expect(items.map(({ publicId }) => publicId)).toContain(own.publicId);
    const { title } = marked[own.publicId] ?? { title: [] };
    expect(title.map(({ start, end }) => "Vacuum drying of LiFSI powder".slice(start, end))).toContain(
      "Vacuum",
    );
    const bare = await call(kernel.app, visitor, searchPostings, {});
    expect(bare.marked).toEqual({});
    const inText = await call(kernel.app, visitor, searchPostings, { q: "tantalum at scale" });
    const line = inText.marked[own.publicId]?.line;
    expect(line?.marks.map(({ start, end }) => line.text.slice(start, end))).toContain("tantalum");
  });

  it("[SE15] asks what a text that finds nothing may have meant, by words that this reader may read", async () => {
    const told = await post("ncm811", "Cathode", {
      description: "Our members alone read of rhenium crucibles.",
    });
    const meant = async (reader: Parameters<typeof call>[1], q: string) =>
      (await call(kernel.app, reader, searchPostings, { q })).meant;
    expect(await meant(visitor, "tantalun")).toBe("tantalum");
    expect(await meant(visitor, "林酸铁锂")).toBe("磷酸铁锂");
    expect(await meant(member.principal, "rheniun")).toBe("rhenium");
    expect(await meant(visitor, "rheniun")).toBeNull();
    expect(await meant(seller.principal, "PRICE-SECRTE")).toBeNull();
    expect(await meant(visitor, "tantalum")).toBeNull();
    expect(told.publicId).toBeTruthy();
  });

  it("[SE8] reads names and several figures, and leaves only what meets them where that is asked", async () => {
    const d50 = (low: string, high: string) =>
      ({ attribute: "d50", op: "range", value: low, high, unit: "µm", hard: true }) as const;
    const at = async (figures: ReturnType<typeof d50>[], title: string) =>
      (await post("niso4", title, { figures })).publicId;
    const fine = await at([d50("3.5", "4.5")], "Nickel sulfate, fine");
    const coarse = await at([d50("9", "12")], "Nickel sulfate, coarse");
    const silent = await at([], "Nickel sulfate, silent");
    const search = (q: string, meets?: "1") =>
      call(kernel.app, member.principal, searchPostings, { q, meets });
    for (const q of [
      "D50 3-5 µm 硫酸镍",
      "硫酸镍 D50 3~5um",
      "NiSO4 D50 between 3 and 5 micron",
      "nickel sulfate D50<5",
    ]) {
      const page = await search(q);
      expect(
        page.items.map(({ publicId }) => publicId),
        q,
      ).toEqual([fine, coarse, silent]);
      expect(page.named, q).toMatchObject([{ concept: "niso4" }]);
      expect(page.figures, q).toMatchObject([{ figure: { attribute: "d50" } }]);
      expect(
        (await search(q, "1")).items.map(({ publicId }) => publicId),
        q,
      ).toEqual([fine]);
    }
    const { figures } = await search("硫酸镍 D50 3-5 µm 水分<500ppm 6000 t");
    expect(figures.map(({ figure }) => figure?.attribute)).toEqual(["d50", "moisture", undefined]);
  });
});
