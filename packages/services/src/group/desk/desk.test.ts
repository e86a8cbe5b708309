import { batteryItem, posting } from "@lilink/db/schema";
import { addWorkingDays } from "@lilink/model/calendar";
import { reviewTargetDays } from "@lilink/model/posting";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  addPosting,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
  sampleContent,
} from "../../../testing/index.ts";
import { acceptIntroduction } from "../../exchange/introduction/answer.ts";
import { askIntroduction } from "../../exchange/introduction/ask.ts";
import { proposeEntry } from "../../exchange/introduction/ledger.ts";
import { computeMatches } from "../../exchange/match/compute-matches.ts";
import { markMatch } from "../../exchange/match/mark-match.ts";
import { Market } from "../../exchange/match/market.ts";
import { createPosting } from "../../exchange/posting/create-posting.ts";
import { returnPosting } from "../../exchange/posting/decide-review.ts";
import { submitPosting } from "../../exchange/posting/submit-posting.ts";
import { call, callJob } from "../../kernel/call.ts";
import { countWaiting } from "./count-waiting.ts";
import { byUrgency, type DeskItem } from "./item.ts";
import { loadDesk } from "./load.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
const day = 86_400_000;
type Principal = Parameters<typeof call>[1];
const desk = async (principal: Principal) => (await call(kernel.app, principal, loadDesk, {})).items;
const kinds = async (principal: Principal) => (await desk(principal)).map((item) => item.kind);

describe("the desk", () => {
  it("[DK1] puts what is due first in order, then what has no date by age", async () => {
    const owner = await addMember(kernel, await addOrganization(kernel));
    const asker = await addMember(kernel, await addOrganization(kernel));
    await call(kernel.app, owner.principal, createPosting, { kind: "need", content: { title: "A draft" } });
    const capability = await addPosting(kernel, owner, "capability");
    await call(kernel.app, asker.principal, askIntroduction, {
      posting: capability.publicId,
      aim: "quote",
      message: "Please quote for one year.",
    });
    await kernel.owner
      .update(posting)
      .set({ validUntil: new Date(start.getTime() + 2 * day) })
      .where(eq(posting.id, capability.id));
    const items = await desk(owner.principal);
    expect(items.map((item) => item.kind)).toEqual(["expiring", "answer", "draft"]);
    expect(items[1]).toMatchObject({ title: "Battery-grade lithium carbonate", count: 1 });
    // Each names its concept, so that it can be named in the language of its reader.
    expect(items.slice(0, 2).map((item) => item.concept)).toEqual(["li2co3-batt", "li2co3-batt"]);
    expect(await desk(asker.principal)).toEqual([]);
  });

  it("[DK1] asks the other side alone to confirm what was recorded", async () => {
    const owner = await addMember(kernel, await addOrganization(kernel));
    const asker = await addMember(kernel, await addOrganization(kernel));
    const { publicId } = await call(kernel.app, asker.principal, askIntroduction, {
      posting: (await addPosting(kernel, owner, "capability")).publicId,
      aim: "visit",
      message: "May we visit your plant?",
    });
    await call(kernel.app, owner.principal, acceptIntroduction, { publicId });
    for (const occurredOn of ["2026-11-20", "2026-11-21"])
      await call(kernel.app, asker.principal, proposeEntry, { publicId, step: "meeting", occurredOn });
    expect(await desk(owner.principal)).toMatchObject([{ kind: "ledger", count: 2 }]);
    expect(await kinds(asker.principal)).toEqual([]);
  });

  it("[DK1], [DK3] shows an officer the queue, and the author what came back", async () => {
    const author = await addMember(kernel, await addOrganization(kernel));
    const officer = await addMember(kernel, await addOrganization(kernel, { kind: "coordination_group" }), {
      duties: ["officer"],
    });
    const { publicId } = await call(kernel.app, author.principal, createPosting, {
      kind: "need",
      content: { ...sampleContent() },
    });
    await call(kernel.app, author.principal, submitPosting, { publicId });
    const [review] = await desk(officer.principal);
    expect(review).toMatchObject({ kind: "review", count: 1, path: "/review", names: [{}] });
    expect(review?.due).toEqual(addWorkingDays(review?.since ?? new Date(), reviewTargetDays));
    const none = { postings: 0, claims: 0, reports: 0, duplicates: 0, contests: 0, returns: 0 };
    expect(await call(kernel.app, officer.principal, countWaiting, {})).toEqual({ ...none, postings: 1 });
    expect(await call(kernel.app, author.principal, countWaiting, {})).toEqual(none);
    expect(await kinds(author.principal)).toEqual([]);
    await call(kernel.app, officer.principal, returnPosting, {
      publicId,
      criteria: ["specific"],
      reason: "Say which grade.",
    });
    expect(await desk(author.principal)).toMatchObject([
      { kind: "returned", path: `/postings/${publicId}/edit` },
    ]);
    expect(await kinds(officer.principal)).toEqual([]);
  });

  it("[DK2] counts counterparts until somebody has marked or asked them", async () => {
    const buyer = await addMember(kernel, await addOrganization(kernel, { offers: ["ncm811"] }));
    const seller = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
    const need = await addPosting(kernel, buyer, "need");
    const capability = await addPosting(kernel, seller, "capability");
    const market = computeMatches(new Market());
    const job = { id: kernel.app.newId(), name: "posting.match" };
    await callJob(kernel.worker, job, market, { postingId: need.id });
    const matches = async (principal: Principal) =>
      (await desk(principal)).find((item) => item.kind === "matches")?.count ?? 0;
    const before = await matches(buyer.principal);
    expect(before).toBeGreaterThan(0);
    await call(kernel.app, buyer.principal, markMatch, {
      publicId: need.publicId,
      other: capability.publicId,
      mark: "pinned",
    });
    expect(await matches(buyer.principal)).toBe(before - 1);
    expect(await matches(seller.principal)).toBeGreaterThan(0);
    await call(kernel.app, seller.principal, askIntroduction, {
      posting: need.publicId,
      aim: "quote",
      message: "We can deliver this grade.",
    });
    expect(await matches(seller.principal)).toBe(0);
  });

  it("[DK1] says of a return which sheet of whom it is, and whether it is overdue", async () => {
    await adoptDefinitions(kernel);
    const { officer } = await addOffice(kernel);
    const firm = await addOrganization(kernel, { links: ["smelting"] });
    const filer = await addMember(kernel, firm);
    await openTestRound(kernel, officer, "2026Q2");
    const owed = (await desk(filer.principal)).filter(({ kind }) => kind === "return");
    const form = {
      sheet: "smelting.quarterly",
      organization: { nameZh: firm.name },
      byFirm: true,
      overdue: true,
    };
    expect(owed).toMatchObject([{ title: "2026Q2", form }]);
    expect(owed[0]?.due?.getTime()).toBeLessThan(start.getTime());
  });

  it("[DK1] goes strictly by the day, whatever the kind; then queues without a day, then the rest", () => {
    const item = { title: null, count: 1, path: "/", since: start };
    const items: DeskItem[] = [
      { ...item, kind: "draft", due: null },
      { ...item, kind: "claim", due: new Date(start.getTime() + 14 * day) },
      { ...item, kind: "review", due: null },
      { ...item, kind: "battery", due: new Date(start.getTime() + 3 * day) },
      { ...item, kind: "lateReturn", due: new Date(start.getTime() - 9 * day) },
      { ...item, kind: "duty", due: new Date(start.getTime() + 10 * day) },
    ];
    expect(items.sort(byUrgency).map(({ kind }) => kind)).toEqual([
      "lateReturn",
      "battery",
      "duty",
      "claim",
      "review",
      "draft",
    ]);
  });

  it("[DK1] says from when on things can wait: a month from now", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const { laterFrom } = await call(kernel.app, member.principal, loadDesk, {});
    expect(laterFrom.getTime() - kernel.app.clock().getTime()).toBe(30 * day);
  });

  it("[DK1] is empty for a person without an organization, and closed to visitors", async () => {
    const member = await addMember(kernel, await addOrganization(kernel));
    const alone = await call(kernel.app, { kind: "person", personId: member.personId }, loadDesk, {});
    const laterFrom = new Date(kernel.app.clock().getTime() + 30 * day);
    expect(alone).toEqual({ items: [], laterFrom, member: false, verified: false, officer: false });
    await expect(call(kernel.app, { kind: "anonymous" }, loadDesk, {})).rejects.toMatchObject({
      code: "NOT_SIGNED_IN",
    });
  });

  it("[TR23] [DK1] a regulator finds what is late or flagged about batteries of its province, and of no other", async () => {
    const firm = await addOrganization(kernel, { province: "36" });
    const [here, elsewhere] = await Promise.all(
      ["36", "44"].map(async (province) =>
        addMember(kernel, await addOrganization(kernel, { kind: "regulator", province })),
      ),
    );
    if (!here || !elsewhere) throw new Error("two regulators");
    const item = { organizationId: firm.id, province: "36", occurredOn: "2026-09-01", openedAt: start };
    const rows = [
      { kind: "handover", dueOn: "2026-10-15" },
      // Its last day is still ahead: nobody is late.
      { kind: "handover", dueOn: "2099-01-01" },
      { kind: "unlicensed", dueOn: null },
      // The body that told it looks into a gap, not the office.
      { kind: "gap", dueOn: null },
    ];
    await kernel.owner.insert(batteryItem).values(
      rows.map((row, at) => ({
        ...item,
        ...row,
        id: kernel.app.newId(),
        code: `C${at}`,
        eventHash: `H${at}`,
      })),
    );
    const found = (await desk(here.principal)).filter(({ kind }) => kind === "oversight");
    expect(found).toMatchObject([{ count: 2, path: "/batteries/oversight", due: null }]);
    expect(found[0]?.parts).toEqual([
      { kind: "handover", count: 1, late: 1 },
      { kind: "unlicensed", count: 1, late: 0 },
    ]);
    expect(await kinds(elsewhere.principal)).not.toContain("oversight");
  });
});
