import { auditEntry, consent, disclosureRead, introduction, outbox } from "@lilink/db/schema";
import type { LilinkError } from "@lilink/model/error";
import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  createTestKernel,
  sampleContent,
  type TestMember,
} from "../../../testing/index.ts";
import { tickDuties } from "../../group/duty/tick-duties.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadPosting } from "../posting/load-posting.ts";
import { acceptIntroduction, declineIntroduction } from "./answer.ts";
import { askIntroduction } from "./ask.ts";
import { endIntroduction, withdrawIntroduction } from "./close.ts";
import { listIntroductions } from "./list.ts";
import { loadIntroduction } from "./load.ts";
import { prepareIntroduction } from "./prepare.ts";
import { tickIntroductions } from "./tick.ts";

const start = new Date("2026-11-24T02:00:00Z");
const kernel = await createTestKernel(start);
const maker = await addOrganization(kernel, { offers: ["ncm811"], links: ["materials"] });
const buyer = await addMember(kernel, maker);
const viewer = await addMember(kernel, maker, { role: "viewer" });
const salt = await addOrganization(kernel, { offers: ["li2co3-batt"], links: ["smelting"] });
const seller = await addMember(kernel, salt);
const secretariat = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, secretariat, { duties: ["officer"] });
const stranger = await addMember(kernel, await addOrganization(kernel));

const message = "We would like to test ten tonnes in our line.";
const newCapability = () =>
  addPosting(kernel, seller, "capability", sampleContent({ price: "PARTNER-PRICE" }));
const ask = (posting: { publicId: string }, by: TestMember = buyer, own?: string) =>
  call(kernel.app, by.principal, askIntroduction, {
    posting: posting.publicId,
    aim: "sample",
    message,
    ...(own ? { own } : {}),
  });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error: LilinkError) => error.code,
  );
const stateOf = async (publicId: string) =>
  (await kernel.owner.select().from(introduction).where(eq(introduction.publicId, publicId)))[0]?.state;
const tick = async () => {
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "introduction.tick" }, tickIntroductions, {});
  await callJob(kernel.worker, { id: kernel.app.newId(), name: "duty.tick" }, tickDuties, {});
};
const told = async (kind: string, introductionId: string) =>
  (await kernel.owner.select().from(outbox).where(eq(outbox.name, "notice.deliver"))).filter(
    (row) => row.payload.kind === kind && row.payload.introductionId === introductionId,
  ).length;

describe("asking", () => {
  it("[PO11] reveals a contact or the own name only after an acknowledgement", async () => {
    const { publicId: posting } = await newCapability();
    const asked = {
      posting,
      aim: "sample" as const,
      message: `This is ${maker.name}, write to sales@cathode.example.`,
      question: { text: "May we call 13800138000?" },
    };
    await expect(call(kernel.app, buyer.principal, askIntroduction, asked)).rejects.toMatchObject({
      faults: [
        { field: "message", rule: "doubtedText", params: { doubt: "email", quote: "sales@cathode.example" } },
        { field: "message", params: { doubt: "name" } },
        { field: "question.text", params: { doubt: "phone" } },
      ],
    });
    await call(kernel.app, buyer.principal, askIntroduction, { ...asked, acknowledgeDoubts: true });
  });

  it("[IN2] is due on the fifth working day and tells the other side", async () => {
    const made = await ask(await newCapability());
    expect(made.dueAt.toISOString()).toBe("2026-12-01T15:59:59.999Z");
    expect(await told("introduction.received", made.id)).toBe(1);
  });

  it("[IN3] refuses one's own posting, one that is not live, a foreign posting as one's own, and a second time", async () => {
    const capability = await newCapability();
    expect(await codeOf(ask(capability, seller))).toBe("WRONG_STATE");
    expect(await codeOf(ask({ publicId: "nosuchposting" }))).toBe("NOT_FOUND");
    expect(await codeOf(ask(capability, buyer, capability.publicId))).toBe("NOT_FOUND");
    expect(await codeOf(ask(capability, viewer))).toBe("FORBIDDEN");
    const first = await ask(capability);
    expect(await codeOf(ask(capability))).toBe("CONFLICT");
    await call(kernel.app, buyer.principal, withdrawIntroduction, { publicId: first.publicId });
    expect(await codeOf(ask(capability))).toBe("none");
  });

  it("[IN3] lets one of many simultaneous requests of an organization through", async () => {
    const capability = await newCapability();
    const codes = await Promise.all(Array.from({ length: 12 }, () => codeOf(ask(capability))));
    expect(codes.filter((code) => code === "none")).toHaveLength(1);
    expect(codes.filter((code) => code === "CONFLICT")).toHaveLength(11);
  });

  it("[IN3] leaves nothing behind when it is refused", async () => {
    const before = await kernel.owner.$count(introduction);
    await codeOf(ask(await newCapability(), seller));
    expect(await kernel.owner.$count(introduction)).toBe(before);
  });

  it("[IN3] shows the form its posting, the own live postings and an open interest", async () => {
    const capability = await newCapability();
    const need = await addPosting(kernel, buyer, "need");
    const made = await ask(capability, buyer, need.publicId);
    const form = await call(kernel.app, buyer.principal, prepareIntroduction, {
      posting: capability.publicId,
    });
    expect(form.own.map((own) => own.publicId)).toContain(need.publicId);
    expect(form).toMatchObject({ mine: false, open: made.publicId });
    const ownForm = await call(kernel.app, seller.principal, prepareIntroduction, {
      posting: capability.publicId,
    });
    expect(ownForm.mine).toBe(true);
  });
});

describe("answering", () => {
  it("[IN1] of accept and withdraw, fifty times at once, exactly one takes place", async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, async () => ask(await newCapability())));
    const outcomes = await Promise.all(
      asked.map(({ publicId }) =>
        Promise.all([
          codeOf(call(kernel.app, seller.principal, acceptIntroduction, { publicId })),
          codeOf(call(kernel.app, buyer.principal, withdrawIntroduction, { publicId })),
        ]),
      ),
    );
    for (const [index, pair] of outcomes.entries()) {
      expect([...pair].sort()).toEqual(["WRONG_STATE", "none"].sort());
      const state = await stateOf(asked[index]?.publicId ?? "");
      expect(state).toBe(pair[0] === "none" ? "accepted" : "withdrawn");
      const open = await kernel.owner
        .select()
        .from(consent)
        .where(eq(consent.introductionId, asked[index]?.id ?? ""));
      expect(open).toHaveLength(state === "accepted" ? 1 : 0);
    }
  }, 120_000);

  it("[IN1] of many colleagues and both answers, one counts and is recorded once", async () => {
    const made = await ask(await newCapability());
    const publicId = made.publicId;
    const codes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        codeOf(
          index % 2 === 0
            ? call(kernel.app, seller.principal, acceptIntroduction, { publicId })
            : call(kernel.app, seller.principal, declineIntroduction, { publicId, reason: "price_band" }),
        ),
      ),
    );
    expect(codes.filter((code) => code === "none")).toHaveLength(1);
    const entries = await kernel.owner.select().from(auditEntry).where(eq(auditEntry.subjectId, made.id));
    expect(entries).toHaveLength(2);
  });

  it("[IN1] is for the asked side; withdrawing for the asking side; strangers find nothing", async () => {
    const { publicId } = await ask(await newCapability());
    expect(await codeOf(call(kernel.app, buyer.principal, acceptIntroduction, { publicId }))).toBe(
      "FORBIDDEN",
    );
    expect(await codeOf(call(kernel.app, seller.principal, withdrawIntroduction, { publicId }))).toBe(
      "FORBIDDEN",
    );
    for (const other of [stranger, officer]) {
      expect(await codeOf(call(kernel.app, other.principal, loadIntroduction, { publicId }))).toBe(
        "NOT_FOUND",
      );
      expect(await codeOf(call(kernel.app, other.principal, acceptIntroduction, { publicId }))).toBe(
        "NOT_FOUND",
      );
      expect((await call(kernel.app, other.principal, listIntroductions, {})).items).toEqual([]);
    }
  });

  it("[IN7] opens and closes partner reading on both postings, logged, and matches both again", async () => {
    const capability = await newCapability();
    const need = await addPosting(kernel, buyer, "need", sampleContent(), { price: "partner" });
    const made = await ask(capability, buyer, need.publicId);
    const price = async () =>
      (await call(kernel.app, buyer.principal, loadPosting, { publicId: capability.publicId })).reading
        ?.fields.price;
    expect(await price()).toBeUndefined();
    const underWay = async ({ principal }: TestMember, { publicId }: { publicId: string }) =>
      (await call(kernel.app, principal, loadPosting, { publicId })).introduction;
    expect(await underWay(buyer, capability)).toBe(made.publicId);
    expect(await underWay(seller, need)).toBe(made.publicId);
    for (const one of [stranger, officer]) expect(await underWay(one, capability)).toBeNull();
    // Whoever is asked answers first, and is not led to ask anew.
    const owed = async () =>
      (await call(kernel.app, seller.principal, prepareIntroduction, { posting: need.publicId })).owed;
    const answerBy = async ({ principal }: TestMember, { publicId }: { publicId: string }) =>
      (await call(kernel.app, principal, loadPosting, { publicId })).answerBy;
    expect([await owed(), await answerBy(seller, need)]).toEqual([made.publicId, made.dueAt]);
    expect(await answerBy(buyer, capability)).toBeNull();
    await call(kernel.app, seller.principal, acceptIntroduction, { publicId: made.publicId });
    expect(await price()).toBe("PARTNER-PRICE");
    expect([await owed(), await answerBy(seller, need)]).toEqual([null, null]);
    const jobs = await kernel.owner.select().from(outbox).where(eq(outbox.name, "posting.match"));
    for (const id of [capability.id, need.id]) {
      expect(jobs.filter((job) => job.payload.postingId === id).length).toBeGreaterThanOrEqual(2);
    }
    const reads = () =>
      kernel.owner
        .select()
        .from(disclosureRead)
        .where(
          and(eq(disclosureRead.postingId, need.id), eq(disclosureRead.readerPersonId, seller.personId)),
        );
    const before = (await reads()).length;
    const page = await call(kernel.app, seller.principal, loadIntroduction, { publicId: made.publicId });
    expect(page.asking?.reading?.fields.price).toBe("PRICE-SECRET");
    expect((await reads()).length).toBe(before + 1);
    await call(kernel.app, buyer.principal, endIntroduction, { publicId: made.publicId });
    expect(await price()).toBeUndefined();
    const ended = await call(kernel.app, seller.principal, loadIntroduction, { publicId: made.publicId });
    expect(ended.asking?.reading?.fields.price).toBeUndefined();
    expect(ended.state).toBe("ended");
  });
});

describe("the clock", () => {
  it("[IN2] reminds once, then expires once, and refuses an answer that comes late", async () => {
    kernel.setNow(start);
    const made = await ask(await newCapability());
    const load = () => call(kernel.app, seller.principal, loadIntroduction, { publicId: made.publicId });
    await tick();
    expect(await told("introduction.reminder", made.id)).toBe(0);
    kernel.setNow(new Date("2026-11-30T00:00:00Z"));
    await Promise.all([tick(), tick(), tick()]);
    await tick();
    expect(await told("introduction.reminder", made.id)).toBe(1);
    expect((await load()).may).toMatchObject({ accept: true, decline: true, withdraw: false, end: false });
    kernel.setNow(new Date("2026-12-01T16:00:00Z"));
    expect((await load()).may.accept).toBe(false);
    expect(
      await codeOf(call(kernel.app, seller.principal, acceptIntroduction, { publicId: made.publicId })),
    ).toBe("WRONG_STATE");
    await Promise.all([tick(), tick()]);
    await tick();
    expect(await stateOf(made.publicId)).toBe("expired");
    expect(await told("introduction.expired", made.id)).toBe(2);
    kernel.setNow(start);
  });
});

describe("the inbox", () => {
  it("[IN2] pages what waits by due date, without a gap or a repeat", async () => {
    const firm = await addMember(kernel, await addOrganization(kernel, { offers: ["li2co3-batt"] }));
    for (let day = 0; day < 5; day += 1) {
      kernel.setNow(new Date(start.getTime() + day * 86_400_000));
      await ask(await newCapability(), firm);
    }
    const seen: { publicId: string; dueAt: Date }[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(kernel.app, firm.principal, listIntroductions, {
        side: "asking",
        state: "sent",
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
      expect(page.counts).toEqual([{ side: "asking", state: "sent", n: 5 }]);
    } while (cursor);
    expect(new Set(seen.map((item) => item.publicId)).size).toBe(5);
    const due = seen.map((item) => item.dueAt.getTime());
    expect(due).toEqual([...due].sort((a, b) => a - b));
    kernel.setNow(start);
  });

  it("[IN2] lists what waits for the own answer first, by due date, each once over the pages", async () => {
    const firm = await addMember(
      kernel,
      await addOrganization(kernel, { offers: ["li2co3-tech"], links: ["smelting"] }),
    );
    const other = await addMember(kernel, await addOrganization(kernel));
    const own = await addPosting(kernel, firm, "capability");
    const asked = async (by: TestMember) => {
      kernel.setNow(new Date(kernel.app.clock().getTime() + 60_000));
      return (await ask(own, by)).publicId;
    };
    const sent = async () => {
      kernel.setNow(new Date(kernel.app.clock().getTime() + 60_000));
      return (await ask(await newCapability(), firm)).publicId;
    };
    const order = [await asked(buyer), await sent(), await asked(other), await sent()];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(kernel.app, firm.principal, listIntroductions, {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map(({ publicId }) => publicId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([order[0], order[2], order[3], order[1]]);
    const { items } = await call(kernel.app, other.principal, listIntroductions, {});
    // The deciding figures that any member reads; capacity is for no competitor.
    expect(items[0]?.asked?.keyFigures.map(({ attribute }) => attribute)).toEqual(["purity"]);
    kernel.setNow(start);
  });
});
