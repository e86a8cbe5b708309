import { marketPair, marketReport, outbox, posting, postingPart } from "@lilink/db/schema";
import type { PostingContent, PostingKind, PostingPartFields } from "@lilink/model/posting";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
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
import { explainMatch } from "../match/explain-match.ts";
import { listMatches } from "../match/list-matches.ts";
import { listSuggestions } from "../match/list-suggestions.ts";
import { Market } from "../match/market.ts";
import { findTeam } from "../team/find-team.ts";
import { allocateMarket } from "./allocate-market.ts";

const kernel = await createTestKernel();
const market = new Market();
const newcomer = async (given = {}) => addMember(kernel, await addOrganization(kernel, given));
type Made = { readonly id: string; readonly publicId: string };

const levels = {
  "figures.magnetic": "partner",
  volume: "member",
  evidence: "partner",
  description: "own",
  ipStatus: "partner",
} as const;
const purity = (value: string) =>
  ({ attribute: "purity", op: ">=", value, unit: "mass %", hard: true }) as const;
const magnetic = { attribute: "magnetic", op: "<=", value: "100", unit: "ppb", hard: true } as const;
const publish = (author: TestMember, kind: PostingKind, extra: Partial<PostingContent>) =>
  addPosting(
    kernel,
    author,
    kind,
    sampleContent({
      concept: "lifsi",
      title: `Posting on LiFSI (${kind})`,
      summary: "LiFSI salt.",
      evidence: "A test report.",
      description: "Work in milestones.",
      internalNote: "A note.",
      ipStatus: "granted",
      figures: [purity("99.5"), magnetic],
      ...extra,
    }),
    levels,
  );

// The rival offers and needs the same, so that all others stand behind the wall for it.
const rival = await newcomer({ offers: ["lifsi", "lioh-batt"], needs: ["lifsi"] });
const reader = await newcomer();
const rivalNeed = await publish(rival, "need", { region: "51" });
const readerNeed = await publish(reader, "need", { figures: [purity("99.5")] });
const project = await publish(reader, "project", { concept: "ncm811", concepts: ["lifsi", "lioh-batt"] });
const others: Made[] = [];
for (const region of ["36", "51", "63"]) {
  others.push(await publish(await newcomer(), "capability", { region, figures: [purity("99.9"), magnetic] }));
  others.push(await publish(await newcomer(), "need", { region }));
}
others.push(await publish(await newcomer(), "capability", { concept: "lioh-batt", title: "Hydroxide" }));
for (let at = 0; at < 4; at++) others.push(await publish(await newcomer(), "need", { region: "44" }));
const all = [rivalNeed, readerNeed, project, ...others];

const hiddenFrom = {
  member: inArray(postingPart.level, ["partner", "own"]),
  rival: or(inArray(postingPart.level, ["partner", "own"]), eq(postingPart.walled, true)),
};

const anyHidden = fc.record({
  amount: fc.integer({ min: 1, max: 900_000 }).map(String),
  magnetic: fc.integer({ min: 1, max: 900 }).map(String),
  text: fc.constantFrom(
    "LiFSI LiFSI LiFSI",
    "lithium hydroxide, cobalt-free",
    "电池级碳酸锂，不含双氟磺酰亚胺锂",
    "none",
  ),
  ipStatus: fc.constantFrom("granted" as const, "none" as const, "applied" as const),
});
type Hidden = typeof anyHidden extends fc.Arbitrary<infer T> ? T : never;

function vary(fields: PostingPartFields, value: Hidden): PostingPartFields {
  const texts = ["comparison", "evidence", "description", "internalNote", "price", "customers"] as const;
  return {
    ...fields,
    ...Object.fromEntries(texts.filter((key) => key in fields).map((key) => [key, value.text])),
    ...(fields.volume ? { volume: { ...fields.volume, amount: value.amount } } : {}),
    ...(fields.ipStatus ? { ipStatus: value.ipStatus } : {}),
    ...(fields.figures
      ? { figures: fields.figures.map((figure) => ({ ...figure, value: value.magnetic })) }
      : {}),
  };
}

let moment = kernel.app.clock().getTime();

/** Puts other values into what the condition names, ranks everything anew in the same order, and allocates. */
async function settle(which: SQL | undefined, value: Hidden): Promise<void> {
  const ids = others.map(({ id }) => id);
  const rows = await kernel.owner
    .select()
    .from(postingPart)
    .where(and(inArray(postingPart.postingId, ids), which));
  expect(rows.length).toBeGreaterThan(others.length);
  for (const row of rows) {
    const key = [
      eq(postingPart.postingId, row.postingId),
      eq(postingPart.level, row.level),
      eq(postingPart.walled, row.walled),
    ];
    await kernel.owner
      .update(postingPart)
      .set({ fields: vary(row.fields, value) })
      .where(and(...key));
  }
  moment += 1;
  await kernel.owner
    .update(posting)
    .set({ updatedAt: new Date(moment) })
    .where(inArray(posting.id, ids));
  await kernel.owner.delete(outbox);
  await kernel.owner.delete(marketReport);
  await kernel.owner.delete(marketPair);
  for (const { id } of all) await rankPosting(kernel, market, id);
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "market.allocate" }, allocateMarket, {});
}

/** Everything that one reader is shown or told. */
async function look(as: TestMember, own: Made) {
  const ask = { publicId: own.publicId };
  const notices = await kernel.owner
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(and(eq(outbox.name, "notice.deliver"), sql`payload ->> 'postingId' = ${own.id}`))
    .orderBy(asc(outbox.seq));
  const why = [];
  for (const { publicId } of others)
    why.push(await call(kernel.app, as.principal, explainMatch, { ...ask, other: publicId }));
  return {
    list: await call(kernel.app, as.principal, listMatches, ask),
    suggested: await call(kernel.app, as.principal, listSuggestions, ask),
    why,
    team: await call(kernel.app, as.principal, findTeam, { publicId: project.publicId }),
    notices: notices.map(({ payload }) => payload),
  };
}

const same = async (as: TestMember, own: Made, which: SQL | undefined) => {
  await fc.assert(
    fc.asyncProperty(anyHidden, anyHidden, async (one, other) => {
      await settle(which, one);
      const before = await look(as, own);
      expect(before.list.matches.length + before.list.nearMisses.length).toBeGreaterThan(0);
      expect(before.suggested.suggestions.length).toBeGreaterThan(0);
      expect(before.notices.length).toBe(1);
      await settle(which, other);
      expect(await look(as, own)).toEqual(before);
    }),
    { numRuns: 2 },
  );
};

it("[MK1] [MK3] [MK5] nothing that a member sees changes with what it may not read", {
  timeout: 120_000,
}, async () => {
  await same(reader, readerNeed, hiddenFrom.member);
});

it("[MK1] [MK3] [MK5] nothing that a competitor sees changes with what the competitor rule hides", {
  timeout: 120_000,
}, async () => {
  await same(rival, rivalNeed, hiddenFrom.rival);
});

it("[MK1] an open figure does move it, so that the property is not empty", async () => {
  const value = { amount: "5000", magnetic: "1", text: "none", ipStatus: "none" } as const;
  await settle(hiddenFrom.rival, value);
  const before = await look(rival, rivalNeed);
  await settle(and(eq(postingPart.walled, false), inArray(postingPart.level, ["everyone", "member"])), value);
  expect(await look(rival, rivalNeed)).not.toEqual(before);
});
