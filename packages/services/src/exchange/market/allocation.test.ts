import { marketPair, marketReport, outbox } from "@lilink/db/schema";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { computeMatches } from "../match/compute-matches.ts";
import { listMatches } from "../match/list-matches.ts";
import { listSuggestions } from "../match/list-suggestions.ts";
import { markMatch } from "../match/mark-match.ts";
import { Market } from "../match/market.ts";
import { pairUp } from "../match/pair-up.ts";
import { allocateMarket } from "./allocate-market.ts";
import { placesPerPosting } from "./read-book.ts";
import type { AllocationSums } from "./sum-allocation.ts";

const kernel = await createTestKernel();
const market = new Market();
const publish = async (author: TestMember, kind: PostingKind, content: PostingContent) => {
  const made = await addPosting(kernel, author, kind, content);
  await rankPosting(kernel, market, made.id);
  return made;
};
const allocate = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
const newcomer = async () => addMember(kernel, await addOrganization(kernel));
const suggestionsOf = async (reader: TestMember, own: { publicId: string }) =>
  (await call(kernel.app, reader.principal, listSuggestions, { publicId: own.publicId })).suggestions;
const noticesOf = (own: { id: string }) =>
  kernel.owner
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.name, "notice.deliver"),
        sql`payload ->> 'postingId' = ${own.id}`,
        sql`payload ->> 'kind' = 'match.found'`,
      ),
    )
    .orderBy(asc(outbox.seq));

const askers = 8;
const giant = await newcomer();
const small = await newcomer();
const offerContent = (purity: string, region = "36") =>
  sampleContent({
    region,
    concept: "lifsi",
    title: "LiFSI on offer",
    summary: "LiFSI salt.",
    figures: [{ attribute: "purity", op: ">=", value: purity, unit: "mass %", hard: true }],
  });
const needContent = (purity: string, region: string) =>
  sampleContent({
    concept: "lifsi",
    title: "Need of LiFSI",
    summary: "LiFSI salt wanted.",
    region,
    figures: [{ attribute: "purity", op: ">=", value: purity, unit: "mass %", hard: true }],
  });
const offer = await publish(giant, "capability", offerContent("99.9"));
const needs: { author: TestMember; made: { id: string; publicId: string } }[] = [];
for (let at = 0; at < askers; at++) {
  const author = await newcomer();
  needs.push({ author, made: await publish(author, "need", needContent("99.5", at < 4 ? "36" : "51")) });
}
await allocate();

describe("the allocation of the market", () => {
  it("[MK2] shows an offer to no more than it has attention for, and those it fits best", async () => {
    const shown = await suggestionsOf(giant, offer);
    expect(shown.length).toBe(placesPerPosting);
    const all = await call(kernel.app, giant.principal, listMatches, { publicId: offer.publicId });
    expect(all.counts.matches).toBe(askers);
    const others = await call(kernel.app, giant.principal, listMatches, {
      publicId: offer.publicId,
      apart: true,
    });
    expect(others.counts).toEqual(all.counts);
    expect(others.matches).toEqual(all.matches.filter(({ suggested }) => !suggested));
    expect(others.suggestions?.suggestions).toEqual(shown);
    expect(all.suggestions).toBeNull();
    const counts = await Promise.all(needs.map(({ author, made }) => suggestionsOf(author, made)));
    expect(counts.filter((list) => list.length === 1).length).toBe(placesPerPosting);
    expect(counts.slice(0, 4).every((list) => list.length === 1)).toBe(true);
  });

  it("[AL16] [MK2] a posting without a place sees its rank, and finds the match in the whole list all the same", async () => {
    const late = await Promise.all(
      needs.map(
        async ({ author, made }) =>
          (await call(kernel.app, author.principal, listMatches, { publicId: made.publicId })).matches[0],
      ),
    );
    const places = late.map((one) => one?.standing?.place).sort();
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const one of late) expect(one?.suggested).toBe((one?.standing?.place ?? 0) <= placesPerPosting);
  });

  it("[MK2] a small offer gets those whom the giant has no room for", async () => {
    const other = await publish(small, "capability", offerContent("99.9", "51"));
    await allocate();
    const without = await Promise.all(needs.map(({ author, made }) => suggestionsOf(author, made)));
    expect(without.every((list) => list.length > 0)).toBe(true);
    expect((await suggestionsOf(small, other)).length).toBe(placesPerPosting);
  });

  it("[MK3] tells of what is shown, once, and not of what was put aside", async () => {
    const told = await Promise.all(needs.map(({ made }) => noticesOf(made)));
    const causes = told.flat().map(({ payload }) => String(payload.causeKey));
    expect(new Set(causes).size).toBe(causes.length);
    const ofOffer = await noticesOf(offer);
    expect(ofOffer.map(({ payload }) => payload.path)).toEqual([`/postings/${offer.publicId}/matches`]);
    await allocate();
    const again = await Promise.all(needs.map(({ made }) => noticesOf(made)));
    expect(again.flat().length).toBe(causes.length);

    const late = await newcomer();
    const need = await publish(late, "need", needContent("99.5", "36"));
    for (const { other } of (await call(kernel.app, late.principal, listMatches, { publicId: need.publicId }))
      .matches)
      await call(kernel.app, late.principal, markMatch, {
        publicId: need.publicId,
        other: other.publicId,
        mark: "dismissed",
      });
    await allocate();
    expect([await noticesOf(need), await suggestionsOf(late, need)]).toEqual([[], []]);
  });

  it("[MK4] is reported in sums that name concepts alone, without a blocking pair", async () => {
    const [row] = await kernel.owner.select().from(marketReport);
    const report = row?.report as AllocationSums;
    expect(report.blockingPairs).toBe(0);
    expect(report.shared.asksAbove).toBe(0);
    expect(report.concepts.find(({ concept }) => concept === "lifsi")).toMatchObject({
      needs: 9,
      capabilities: 2,
    });
    const ids = [offer, ...needs.map(({ made }) => made)].flatMap(({ id, publicId }) => [id, publicId]);
    expect(ids.filter((id) => JSON.stringify(report).includes(id))).toEqual([]);
  });

  it("[MK1] follows each ranking by itself: first the pairs of the posting, then the market", async () => {
    const author = await newcomer();
    const { id: postingId } = await addPosting(kernel, author, "need", needContent("99.5", "36"));
    const asked = async (name: string) =>
      (await kernel.owner.select().from(outbox).where(eq(outbox.name, name))).map(({ payload }) => payload);
    const run = (name: string, verb: ReturnType<typeof computeMatches> | ReturnType<typeof pairUp>) =>
      callJob(kernel.worker, { id: kernel.app.newId(), name }, verb as never, { postingId } as never);
    await kernel.owner.delete(outbox);
    await run("posting.match", computeMatches(market));
    expect(await asked("market.pair")).toEqual([{ postingId }]);
    expect(await asked("market.allocate")).toEqual([]);
    const pairs = () =>
      kernel.owner.select().from(marketPair).where(eq(marketPair.demandPostingId, postingId));
    expect(await pairs()).toEqual([]);
    await run("market.pair", pairUp(market));
    expect((await pairs()).length).toBeGreaterThan(0);
    expect(await asked("market.allocate")).toEqual([{}]);
  });

  it("[MK1] lets a raw reader see its own places and nobody else's pairs, scores or tellings", async () => {
    const reader = needs[0];
    if (!reader) throw new Error("a need");
    const { beginAs } = await import("@lilink/db");
    const client = await kernel.app.pool.connect();
    await beginAs(client, reader.author.principal, kernel.app.clock());
    const { rows } = await client.query("select demand_posting_id, shown, demand_place from market_pair");
    await client.query("savepoint before");
    for (const column of ["demand_score", "offer_told", "judged"]) {
      await expect(client.query(`select ${column} from market_pair`)).rejects.toThrow(/permission denied/);
      await client.query("rollback to before");
    }
    await client.query("rollback");
    client.release();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.demand_posting_id === reader.made.id)).toBe(true);
    expect((await kernel.owner.select().from(marketPair)).length).toBeGreaterThan(rows.length);
  });

  it("[MK8] ranks what says nearly nothing, and suggests it to nobody", async () => {
    const [maker, plant] = [await newcomer(), await newcomer()];
    const need = await publish(
      maker,
      "need",
      sampleContent({
        concept: "lioh-batt",
        title: "Lithium hydroxide wanted",
        summary: "For our cathode line.",
      }),
    );
    const other = await publish(
      plant,
      "capability",
      sampleContent({ concept: "causticisation", title: "Causticisation line", summary: "Free from May." }),
    );
    await allocate();
    const list = await call(kernel.app, maker.principal, listMatches, {
      publicId: need.publicId,
      section: "matches",
    });
    expect(list.matches).toMatchObject([
      { other: { publicId: other.publicId }, suggested: false, standing: null },
    ]);
    const [pair] = await kernel.owner
      .select()
      .from(marketPair)
      .where(and(eq(marketPair.demandPostingId, need.id), eq(marketPair.offerPostingId, other.id)));
    expect(pair).toMatchObject({ fits: false, shown: false });
    expect(await suggestionsOf(maker, need)).toEqual([]);
    expect(await suggestionsOf(plant, other)).toEqual([]);
  });
});
