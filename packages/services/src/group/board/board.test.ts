import { beginAs } from "@lilink/db";
import { boardSum, introduction, introductionParty, ledgerEntry, match } from "@lilink/db/schema";
import type { DeclineReason, IntroductionState } from "@lilink/model/introduction";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  sampleTerms,
} from "../../../testing/index.ts";
import { setUse } from "../../exchange/use/set-use.ts";
import { call } from "../../kernel/call.ts";
import { loadBoard } from "./load-board.ts";
import { medianOf } from "./median-of.ts";

const kernel = await createTestKernel();
const buyer = await addMember(kernel, await addOrganization(kernel));
const secretary = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
  duties: ["secretary"],
});
const regulator = await addMember(kernel, await addOrganization(kernel, { kind: "regulator" }));
const read = (principal = secretary.principal) => call(kernel.app, principal, loadBoard, {});
/** The board added up anew: nothing is kept from before. */
const board = async (principal = secretary.principal) => {
  await kernel.owner.delete(boardSum);
  return read(principal);
};

const needOn = (concept: string) => addPosting(kernel, buyer, "need", sampleContent({ concept }));
const lonely = await needOn("sse-sulfide");
await needOn("sse-sulfide");
const answeredByKind = await needOn("high-nickel");
const seller = await addMember(kernel, await addOrganization(kernel));
await addPosting(kernel, seller, "capability", sampleContent({ concept: "ncm811" }));
const answeredByMatch = await needOn("lipf6");
const other = await addPosting(kernel, seller, "capability", sampleContent({ concept: "black-mass-ncm" }));

async function addIntroduction(
  state: IntroductionState,
  declineReason: DeclineReason | null,
  answered: string | null,
) {
  const id = kernel.app.newId();
  await kernel.owner.insert(introduction).values({
    id,
    publicId: kernel.app.newPublicId(),
    askedPostingId: lonely.id,
    state,
    aim: "quote",
    message: "Please quote.",
    dueAt: new Date("2026-11-20T15:59:59Z"),
    sentAt: new Date("2026-11-13T02:00:00Z"),
    answeredAt: answered ? new Date(answered) : null,
    declineReason,
  });
  return id;
}

describe("the board", () => {
  it("[BO1] is for officers and verified regulators, in the policy and in the database", async () => {
    for (const principal of [buyer.principal, { kind: "anonymous" } as const]) {
      await expect(board(principal)).rejects.toMatchObject({
        code: expect.stringMatching(/FORBIDDEN|NOT_SIGNED_IN/),
      });
    }
    const client = await kernel.app.pool.connect();
    try {
      await beginAs(client, buyer.principal, kernel.app.clock());
      await expect(client.query("select app.board_exchange(now())")).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.query("rollback");
      client.release();
    }
    const pending = await addMember(
      kernel,
      await addOrganization(kernel, { kind: "regulator", status: "pending" }),
    );
    await expect(board(pending.principal)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await board(regulator.principal)).postings.length).toBeGreaterThan(0);
  });

  it("[BO1] counts live postings by kind and link", async () => {
    const needs = (await board()).postings.filter((row) => row.kind === "need");
    expect(needs.reduce((sum, row) => sum + row.count, 0)).toBe(4);
  });

  it("[BO2] names concepts that are needed and not offered, in a kind neither, whatever was matched", async () => {
    await kernel.owner.insert(match).values({
      readerOrganizationId: sql`(select organization_id from posting where id = ${answeredByMatch.id})`,
      ownPostingId: answeredByMatch.id,
      otherPostingId: other.id,
      modelVersion: "test",
      score: 0.9,
      result: {},
      ownVersion: 1,
      otherVersion: 1,
      seen: 0,
      computedAt: kernel.app.clock(),
    });
    const found = await board();
    expect(found.unanswered.map((row) => [row.concept, row.needs])).toEqual([
      ["sse-sulfide", 2],
      ["lipf6", 1],
    ]);
    expect(answeredByKind.id).toBeTruthy();
    expect(found.matches.count).toBe(1);
  });

  it("[BO3] gives the median in working days, and reasons only from five on", async () => {
    for (let count = 0; count < 5; count += 1)
      await addIntroduction("declined", "price_band", "2026-11-16T02:00:00Z");
    await addIntroduction("declined", "ip", "2026-11-18T02:00:00Z");
    const accepted = await addIntroduction("accepted", null, "2026-11-18T02:00:00Z");
    await addIntroduction("sent", null, null);
    await kernel.owner.insert(introductionParty).values(
      [buyer, seller].map((member, at) => ({
        introductionId: accepted,
        side: at === 0 ? ("asking" as const) : ("asked" as const),
        organizationId: member.principal.kind === "member" ? member.principal.organizationId : "",
      })),
    );
    for (const state of ["confirmed", "proposed"] as const) {
      await kernel.owner.insert(ledgerEntry).values({
        id: kernel.app.newId(),
        publicId: kernel.app.newPublicId(),
        introductionId: accepted,
        step: state === "confirmed" ? "trial" : "contract",
        state,
        proposedSide: "asking",
        occurredOn: "2026-11-20",
        createdAt: kernel.app.clock(),
      });
    }
    const found = await board();
    expect(found.introductions).toEqual({ declined: 6, accepted: 1, sent: 1 });
    expect(found.answerDays).toMatchObject({ median: 1, answers: 7 });
    expect(found.declines).toEqual({ total: 6, reasons: { price_band: 5 }, unnamed: 1 });
    expect(found.outcomes).toEqual({ trial: 1 });
  });
});

describe("the cached sums of the board", () => {
  it("[BO4] are cached for a minute, say when they were made, and are made again after it", async () => {
    const countOf = ({ postings }: Awaited<ReturnType<typeof read>>) =>
      postings.reduce((sum, { count }) => sum + count, 0);
    const start = kernel.app.clock();
    const first = await board();
    expect(first.at).toEqual(start);
    await needOn("sse-sulfide");
    kernel.setNow(new Date(start.getTime() + 59_000));
    const kept = await read(regulator.principal);
    expect(kept).toEqual(first);
    kernel.setNow(new Date(start.getTime() + 61_000));
    const anew = await read();
    expect([anew.at, countOf(anew)]).toEqual([kernel.app.clock(), countOf(first) + 1]);
  });

  it("[BO4] are for the same readers as the board, and no table that the app role reads", async () => {
    await read();
    await expect(read(buyer.principal)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const client = await kernel.app.pool.connect();
    try {
      for (const text of ["select app.board_sums(now(), now())", "select * from board_sum"]) {
        await beginAs(client, buyer.principal, kernel.app.clock());
        await expect(client.query(text)).rejects.toMatchObject({ code: "42501" });
        await client.query("rollback");
      }
    } finally {
      client.release();
    }
  });
});

it("[BO5] counts the provinces that postings name to all members, and none that they keep for partners or under terms", async () => {
  const before = (await board()).regions;
  await addPosting(kernel, buyer, "need", sampleContent({ concept: "lipf6", region: "63" }), {
    region: "member",
  });
  await addPosting(kernel, buyer, "need", sampleContent({ concept: "lipf6", region: "54" }), {
    region: "partner",
  });
  const regions = { ...before, 63: (before["63"] ?? 0) + 1 };
  expect((await board()).regions).toEqual(regions);
  const { publicId } = await addPosting(
    kernel,
    buyer,
    "need",
    sampleContent({ concept: "lipf6", region: "62" }),
    { region: "member" },
  );
  await call(kernel.app, buyer.principal, setUse, { publicId, terms: sampleTerms });
  expect((await board()).regions).toEqual(regions);
});

it("[BO3] the median halves a list", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (values) => {
      const median = medianOf(values) ?? -1;
      expect(values.filter((value) => value < median).length * 2).toBeLessThanOrEqual(values.length);
      expect(values.filter((value) => value > median).length * 2).toBeLessThanOrEqual(values.length);
    }),
  );
  expect(medianOf([])).toBeNull();
  expect(medianOf([1, 2])).toBe(1.5);
});
