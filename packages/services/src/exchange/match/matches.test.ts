import {
  consent,
  disclosureRead,
  introduction,
  match,
  organization,
  posting,
  postingPart,
} from "@lilink/db/schema";
import type { PostingContent, PostingKind } from "@lilink/model/posting";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TestMember } from "../../../testing/index.ts";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  rankPosting,
  sampleContent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { acceptIntroduction } from "../introduction/answer.ts";
import { askIntroduction } from "../introduction/ask.ts";
import { listMatches } from "./list-matches.ts";
import { markMatch } from "./mark-match.ts";
import { Market } from "./market.ts";

const kernel = await createTestKernel();
const market = new Market();
const compute = (postingId: string) => rankPosting(kernel, market, postingId);

const buyer = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["materials"], offers: ["ncm811"] }),
);
const supplier = await addMember(
  kernel,
  await addOrganization(kernel, { links: ["smelting"], offers: ["li2co3-batt"] }),
);
const needContent = sampleContent({
  title: "Need battery-grade carbonate",
  figures: [
    { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true },
    { attribute: "magnetic", op: "<=", value: "200", unit: "ppb", hard: true },
  ],
});

const publish = async (author: TestMember, kind: PostingKind, content: PostingContent) => {
  const made = await addPosting(kernel, author, kind, content);
  await compute(made.id);
  return made;
};
const rowsOf = (own: { id: string }) =>
  kernel.owner.select().from(match).where(eq(match.ownPostingId, own.id));
const list = (reader: TestMember, own: { publicId: string }) =>
  call(kernel.app, reader.principal, listMatches, { publicId: own.publicId });

describe("matches of a posting", () => {
  it("[MT20] are found for both sides, name the open figure, and keep a mark", async () => {
    const need = await publish(buyer, "need", needContent);
    const offer = await publish(supplier, "capability", sampleContent());
    const { own, matches } = await list(buyer, need);
    const [found] = matches;
    expect(found?.other.publicId).toBe(offer.publicId);
    // What was asked stands beside what is offered.
    expect([own.cooperation, own.volume]).toEqual([needContent.cooperation, needContent.volume ?? null]);
    const verdicts = Object.fromEntries(
      (found?.result.verdicts ?? []).map((one) => [one.attribute, one.verdict]),
    );
    expect(verdicts).toMatchObject({ purity: "pass", magnetic: "unknown" });
    expect(found?.result.question).toEqual({ code: "ask_figure", attribute: "magnetic" });
    expect((await list(supplier, offer)).matches[0]?.other.publicId).toBe(need.publicId);

    await call(kernel.app, buyer.principal, markMatch, {
      publicId: need.publicId,
      other: offer.publicId,
      mark: "dismissed",
      reason: "volume",
    });
    await compute(offer.id);
    const after = await list(buyer, need);
    expect([after.matches.length, after.dismissed[0]?.markReason]).toEqual([0, "volume"]);
  });

  it("[MT20] say that ranking is under way until it has run, whatever it finds", async () => {
    const made = await addPosting(
      kernel,
      supplier,
      "capability",
      sampleContent({
        concept: "separator-aramid",
        title: "Aramid film",
        summary: "Coated film.",
        figures: [],
      }),
    );
    const before = await list(supplier, made);
    expect([before.own.live, before.running]).toEqual([true, true]);
    await compute(made.id);
    const after = await list(supplier, made);
    expect([after.running, after.matches.length]).toEqual([false, 0]);
  });

  it("[MT20] are found whole when two counterparts are ranked at the same moment", async () => {
    const need = await addPosting(kernel, buyer, "need", sampleContent({ concept: "litfsi" }));
    const offer = await addPosting(kernel, supplier, "capability", sampleContent({ concept: "litfsi" }));
    await Promise.all([compute(need.id), compute(offer.id)]);
    const seenBy = async (reader: TestMember, own: typeof need) =>
      (await list(reader, own)).matches.map(({ other }) => other.publicId);
    expect(await seenBy(buyer, need)).toContain(offer.publicId);
    expect(await seenBy(supplier, offer)).toContain(need.publicId);
  });

  it("[MT20] vanish on both sides when a posting ends", async () => {
    const need = await publish(
      buyer,
      "need",
      sampleContent({ concept: "lifsi", title: "Need of LiFSI salt" }),
    );
    const offer = await publish(
      supplier,
      "capability",
      sampleContent({ concept: "lifsi", title: "LiFSI on offer" }),
    );
    const sees = async () =>
      (await list(buyer, need)).matches.some(({ other }) => other.publicId === offer.publicId);
    const stored = async () => (await rowsOf(need)).some((row) => row.otherPostingId === offer.id);
    expect([await sees(), await stored()]).toEqual([true, true]);
    await kernel.owner.update(postingPart).set({ state: "ended" }).where(eq(postingPart.postingId, offer.id));
    await kernel.owner
      .update(posting)
      .set({ state: "closed", updatedAt: new Date("2026-11-24T03:00:00Z") })
      .where(eq(posting.id, offer.id));
    expect(await sees()).toBe(false);
    await compute(offer.id);
    expect(await stored()).toBe(false);
  });
});

describe("pages of matches", () => {
  const seller = async () => addMember(kernel, await addOrganization(kernel, { links: ["smelting"] }));
  const offerOf = async (purity: string, extra = {}) =>
    publish(
      await seller(),
      "capability",
      sampleContent({
        concept: "lioh-batt",
        title: "Hydroxide on offer",
        figures: [{ attribute: "purity", op: ">=", value: purity, unit: "mass %", hard: true }],
        ...extra,
      }),
    );

  it("[MT30] follow one another without a gap or a repeat, count all, and log what they show alone", async () => {
    const need = await publish(
      buyer,
      "need",
      sampleContent({
        concept: "lioh-batt",
        title: "Need of hydroxide",
        figures: [{ attribute: "purity", op: ">=", value: "56.5", unit: "mass %", hard: true }],
      }),
    );
    for (const region of ["36", "51", "63", "54", "43"]) await offerOf("57", { region });
    const ask = (input: object) =>
      call(kernel.app, buyer.principal, listMatches, { publicId: need.publicId, ...input });
    const idsOf = (rows: Awaited<ReturnType<typeof ask>>["matches"]) =>
      rows.map(({ other }) => other.publicId);
    const whole = idsOf((await ask({})).matches);
    expect(whole.length).toBeGreaterThanOrEqual(5);
    const last = whole.at(-1) ?? "";
    await call(kernel.app, buyer.principal, markMatch, {
      publicId: need.publicId,
      other: last,
      mark: "pinned",
    });
    const seen: string[] = [];
    let page = await ask({ section: "matches", limit: 2 });
    for (;;) {
      expect([page.counts.matches, page.nearMisses, page.dismissed]).toEqual([whole.length, [], []]);
      expect(page.matches.length).toBeLessThanOrEqual(2);
      seen.push(...idsOf(page.matches));
      const cursor = page.next.matches;
      if (!cursor) break;
      page = await ask({ cursor, limit: 2 });
    }
    expect(seen).toEqual([last, ...whole.slice(0, -1)]);
  });

  it("[MT30] show a partner's reading only with its line in the log", async () => {
    const figures = [{ attribute: "purity", op: ">=", value: "56.5", unit: "mass %", hard: true }] as const;
    const own = { concept: "niso4", title: "Need of sulphate", figures: [...figures] };
    const need = await publish(buyer, "need", sampleContent(own));
    const [first, second] = [
      await offerOf("57", { concept: own.concept, title: "Sulphate on offer" }),
      await offerOf("57", { concept: own.concept, title: "Sulphate on offer" }),
    ];
    const organizationId = buyer.principal.kind === "member" ? buyer.principal.organizationId : "";
    for (const offer of [first, second]) {
      const introductionId = kernel.app.newId();
      await kernel.owner.insert(introduction).values({
        id: introductionId,
        publicId: kernel.app.newPublicId(),
        askedPostingId: offer.id,
        state: "accepted",
        aim: "quote",
        message: "Please quote.",
        dueAt: kernel.app.clock(),
        sentAt: kernel.app.clock(),
      });
      await kernel.owner
        .insert(consent)
        .values({ postingId: offer.id, organizationId, introductionId, since: kernel.app.clock() });
    }
    await compute(need.id);
    const { matches, counts } = await call(kernel.app, buyer.principal, listMatches, {
      publicId: need.publicId,
      limit: 1,
    });
    expect(matches.length).toBe(1);
    expect(counts.matches).toBeGreaterThanOrEqual(2);
    const logged = await kernel.owner.select({ postingId: disclosureRead.postingId }).from(disclosureRead);
    const shown = [first, second].filter(({ publicId }) => publicId === matches[0]?.other.publicId);
    expect(shown.length).toBe(1);
    expect(logged.map(({ postingId }) => postingId)).toEqual(shown.map(({ id }) => id));
  });

  it("[MT30] name the open introduction to both sides, and to the asked one when its answer is due", async () => {
    const own = { concept: "coso4", title: "Need of cobalt sulphate" };
    const need = await publish(buyer, "need", sampleContent(own));
    const owner = await seller();
    const onOffer = { concept: own.concept, title: "Cobalt sulphate on offer" };
    const offer = await publish(owner, "capability", sampleContent(onOffer));
    await compute(need.id);
    const seen = async (principal: typeof buyer.principal, publicId: string, other: string) => {
      const { matches, nearMisses } = await call(kernel.app, principal, listMatches, { publicId, limit: 50 });
      const found = [...matches, ...nearMisses].find((one) => one.other.publicId === other);
      return found && [found.introduction, found.answerBy];
    };
    expect(await seen(buyer.principal, need.publicId, offer.publicId)).toEqual([null, null]);
    const { publicId, dueAt } = await call(kernel.app, buyer.principal, askIntroduction, {
      posting: offer.publicId,
      own: need.publicId,
      aim: "quote",
      message: "Please quote for one year.",
    });
    expect(await seen(buyer.principal, need.publicId, offer.publicId)).toEqual([publicId, null]);
    expect(await seen(owner.principal, offer.publicId, need.publicId)).toEqual([publicId, dueAt]);
    await call(kernel.app, owner.principal, acceptIntroduction, { publicId });
    await compute(offer.id);
    expect(await seen(owner.principal, offer.publicId, need.publicId)).toEqual([publicId, null]);
  });

  it("[MT30] refuse a cursor that was invented", async () => {
    const need = await publish(buyer, "need", sampleContent({ concept: "lioh-batt", title: "Another need" }));
    const invented = [
      ["matches true"],
      ["matches maybe 1", "abcdefgh"],
      ["all true 1", "abcdefgh"],
      ["", "x"],
    ];
    for (const value of invented) {
      const cursor = Buffer.from(JSON.stringify(value)).toString("base64url");
      await expect(
        call(kernel.app, buyer.principal, listMatches, { publicId: need.publicId, cursor }),
      ).rejects.toMatchObject({ code: "INVALID_INPUT" });
    }
  });
});

describe("secrecy of matches", () => {
  const rival = async () =>
    addMember(
      kernel,
      await addOrganization(kernel, { links: ["smelting"], needs: ["li3po4"], offers: ["li3po4"] }),
    );

  it("[MT1] no row of a reader depends on a field that it may not read", async () => {
    const reader = await rival();
    const need = await publish(
      reader,
      "need",
      sampleContent({ concept: "li3po4", title: "Need of lithium phosphate" }),
    );
    const author = await rival();
    const hidden = fc.record({
      amount: fc.integer({ min: 1, max: 900_000 }).map(String),
      price: fc.constantFrom("cheap li3po4", "lithium phosphate 99.99", "none"),
      internalNote: fc.constantFrom("li3po4 li3po4 li3po4", "other"),
      capacity: fc.integer({ min: 1, max: 900_000 }).map(String),
      evidence: fc.constantFrom("lithium phosphate test report", "99.5 mass %"),
    });
    const readerRow = async (value: {
      amount: string;
      price: string;
      internalNote: string;
      capacity: string;
      evidence: string;
    }) => {
      const offer = await publish(author, "capability", {
        ...sampleContent({ concept: "li3po4", title: "Lithium phosphate on offer" }),
        volume: { amount: value.amount, unit: "t/a" },
        price: value.price,
        internalNote: value.internalNote,
        evidence: value.evidence,
        figures: [
          { attribute: "purity", op: ">=", value: "99.6", unit: "mass %", hard: true },
          { attribute: "capacity_ta", op: "=", value: value.capacity, unit: "t/a", hard: true },
        ],
      });
      const [row] = await kernel.owner
        .select({ score: match.score, result: match.result })
        .from(match)
        .where(and(eq(match.ownPostingId, need.id), eq(match.otherPostingId, offer.id)));
      await kernel.owner.delete(posting).where(eq(posting.id, offer.id));
      await compute(offer.id);
      return row;
    };
    await fc.assert(
      fc.asyncProperty(hidden, hidden, async (one, other) => {
        const [first, second] = [await readerRow(one), await readerRow(other)];
        expect(first).toBeDefined();
        expect(second).toEqual(first);
      }),
      { numRuns: 12 },
    );
  });
});

it("[OR16] a body whose approval can still be undone meets what everyone reads, and members' figures afterwards", async () => {
  const [seller, body] = [
    await addMember(kernel, await addOrganization(kernel, { links: ["recycling"] })),
    await addOrganization(kernel, { links: ["materials"] }),
  ];
  const reader = await addMember(kernel, body);
  const membersFrom = new Date(kernel.app.clock().getTime() + 600_000);
  await kernel.owner.update(organization).set({ membersFrom }).where(eq(organization.id, body.id));
  const content = sampleContent({ concept: "lioh-batt", title: "Hydroxide" });
  const offer = await addPosting(kernel, seller, "capability", content, { figures: "member" });
  await compute(offer.id);
  const need = await publish(reader, "need", { ...needContent, concept: "lioh-batt" });
  const purity = async () => {
    const { matches, nearMisses } = await list(reader, need);
    const found = [...matches, ...nearMisses].find(({ other }) => other.publicId === offer.publicId);
    return found?.result.verdicts.find(({ attribute }) => attribute === "purity")?.verdict;
  };
  expect(await purity()).toBe("unknown");
  kernel.setNow(membersFrom);
  await compute(need.id);
  expect(await purity()).toBe("pass");
});
