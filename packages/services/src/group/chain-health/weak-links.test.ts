import { duty, outbox } from "@lilink/db/schema";
import { parsePeriod } from "@lilink/model/return";
import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addMember,
  addOrganization,
  addPosting,
  addRecord,
  asRaw,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { measureExchange } from "../../figures/activity/measure-exchange.ts";
import { call, callJob } from "../../kernel/call.ts";
import { defineQuery } from "../../kernel/define.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { callMeeting } from "../meeting/call-meeting.ts";
import { holdMeeting } from "../meeting/keep-meeting.ts";
import { loadMeeting } from "../meeting/load-meeting.ts";
import { castBallot, closeVote, openVote } from "../meeting/vote.ts";
import { closeTrade, openTrade, takeTrade } from "../supply/take-trade.ts";
import { followLinks } from "./follow-links.ts";
import { judgeChain } from "./judge-chain.ts";
import { proposeWeakLink } from "./propose-link.ts";

const kernel = await createTestKernel(new Date("2026-06-10T02:00:00Z"));
const { app } = kernel;
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const second = await addMember(kernel, group, { duties: ["officer"] });
const maker = await addOrganization(kernel, { offers: ["sse-sulfide"] });
const firm = await addMember(kernel, maker);
const verbs = recordVerbs.weakLink;
if (!verbs) throw new Error("there is no register of weak links");

const judge = () => callJob(kernel.worker, { id: app.newId(), name: "chainHealth.judge" }, judgeChain, {});
const follow = () => callJob(kernel.worker, { id: app.newId(), name: "chainHealth.follow" }, followLinks, {});
const told = (value: string) => ({ value, low: null, high: null, unit: "1", basis: null });
const gap = (zh: string, domestic: string, year: number) =>
  addRecord(kernel, [officer, second], "gapRecord", {
    title: { zh, en: zh },
    links: ["materials"],
    node: "sse-sulfide",
    measure: "conductivity",
    unit: "mS/cm",
    domestic: told(domestic),
    domesticYear: year,
    frontier: told("10"),
    frontierYear: year,
    better: "higher",
    comparison: "comparable",
  });
const links = async () => (await call(app, officer.principal, verbs.list, { limit: 100 } as never)).items;
const linkOf = async (node: string) => {
  const found = (await links()).find(({ values }) => values.node === node);
  if (!found) throw new Error(`no link of ${node}`);
  return { ...found, revision: (await load(found.publicId)).revision };
};
const load = (publicId: string) => call(app, officer.principal, verbs.load, { publicId } as never);
const step = async (who: typeof officer, name: string, values: object = {}, reason?: string) => {
  const { publicId, revision } = await linkOf("sse-sulfide");
  return call(app, who.principal, verbs.step, { publicId, revision, step: name, values, reason } as never);
};
const dutyOf = async (id: string) => {
  const [row] = await kernel.owner
    .select({ kind: duty.kind, dueAt: duty.dueAt })
    .from(duty)
    .where(and(eq(duty.subjectId, id), isNull(duty.endedAt)));
  return row;
};
const idOf = async (node: string) => {
  const rows = (await kernel.ownerRows(
    `select h.id from weak_link h join weak_link_version v on v.record_id = h.id and v.version = h.version where v.node = $1`,
    [node],
  )) as unknown as readonly { id: string }[];
  return rows[0]?.id ?? "";
};

async function vote(weakLink: string, choice: "for" | "against") {
  const { publicId: meeting } = await call(app, officer.principal, callMeeting, {
    title: `Review ${choice}`,
    heldAt: app.clock(),
    goals: ["G25-17"],
  });
  await call(app, officer.principal, holdMeeting, { publicId: meeting });
  const { publicId } = await call(app, officer.principal, openVote, {
    publicId: meeting,
    position: 1,
    question: "Is it weak?",
    settles: { register: "weakLink", publicId: weakLink },
  });
  const seen = await call(app, officer.principal, loadMeeting, { publicId: meeting });
  const seat = seen.items[0]?.votes[0]?.ballots[0]?.seat ?? "";
  expect(seen.items[0]?.votes[0]?.settles).toMatchObject({ register: "weakLink", publicId: weakLink });
  await call(app, officer.principal, castBallot, { publicId, seat, choice });
  return call(app, officer.principal, closeVote, { publicId });
}

beforeAll(async () => {
  const mandate = { givenBy: "A council", adoptedOn: "2025-12-01", quorum: 50, majority: "votes" };
  await addRecord(kernel, [officer, second], "mandate", {
    ...mandate,
    title: { zh: "授权", en: "A mandate" },
    validFrom: "2026-01-01",
  });
  await addRecord(kernel, [officer, second], "seat", {
    name: { zh: "组长", en: "Chair" },
    body: "key_enterprise",
    links: ["materials"],
    holder: "A holder",
    role: "chair",
    termFrom: "2026-01-01",
    termTo: "2028-12-31",
  });
  const head = {
    layout: "comtrade",
    reporter: "CN",
    fileName: "a.csv",
    source: "customs",
    licence: "own",
  } as const;
  const { publicId } = await call(app, officer.principal, openTrade, head);
  const row = { line: "250410", flow: "import", usd: null, factor: null, factorSource: "none" } as const;
  await call(app, officer.principal, takeTrade, {
    publicId,
    rows: [
      { ...row, period: "2025", partner: "MZ", tonnes: 90 },
      { ...row, period: "2025", partner: "MG", tonnes: 10 },
    ],
  });
  await call(app, officer.principal, closeTrade, { publicId, skipped: 0 });
  await gap("电导率差距", "4", 2025);
  await judge();
});

describe("weak links", () => {
  it("[WL13] what hangs on few sources abroad becomes a candidate with a question by itself, once", async () => {
    expect(await follow()).toEqual({ opened: 1, reopened: 0 });
    expect(await follow()).toEqual({ opened: 0, reopened: 0 });
    expect(await links()).toMatchObject([
      {
        state: "candidate",
        values: {
          node: "natural-graphite",
          factors: ["source_concentration"],
          ask: { en: "More sources of natural graphite anode, so that less hangs on a few places." },
        },
      },
    ]);
  });

  it("[WL11] an officer names a node, once, with what it was judged by", async () => {
    await call(app, officer.principal, proposeWeakLink, { concept: "sse-sulfide" });
    const again = call(app, second.principal, proposeWeakLink, { concept: "sse-sulfide" });
    await expect(again).rejects.toMatchObject({ code: "WRONG_STATE" });
    await expect(
      call(app, firm.principal, proposeWeakLink, { concept: "sse-sulfide" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await linkOf("sse-sulfide")).values).toMatchObject({
      factors: ["tech_gap"],
      ask: { en: "conductivity: from 4 to 10 mS/cm." },
    });
  });

  it("[WL11] who named it does not decide it, not even past the verbs", async () => {
    const { publicId } = await linkOf("sse-sulfide");
    await expect(step(officer, "confirm", { decidedIn: "A meeting" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    for (const state of ["confirmed", "rejected"])
      expect(
        await asRaw(
          kernel,
          officer,
          `update weak_link set state = '${state}' where public_id = '${publicId}'`,
        ),
      ).toBe("42501");
    expect(await linkOf("sse-sulfide")).toMatchObject({ state: "candidate" });
  });

  it("[WL11] a carried vote confirms it, one that is not rejects it, and neither is for others", async () => {
    const { publicId } = await linkOf("sse-sulfide");
    expect(await vote(publicId, "for")).toMatchObject({ outcome: "carried" });
    expect(await linkOf("sse-sulfide")).toMatchObject({
      state: "confirmed",
      values: { decidedIn: "Review for" },
    });
    const other = await linkOf("natural-graphite");
    expect(await vote(other.publicId, "against")).toMatchObject({ outcome: "rejected" });
    expect(await linkOf("natural-graphite")).toMatchObject({ state: "rejected" });
    await expect(vote(publicId, "for")).rejects.toMatchObject({
      faults: [{ field: "settles", rule: "notInList" }],
    });
    expect(await follow()).toEqual({ opened: 0, reopened: 0 });
  });

  it("[WL13] firms and institutes that offer the node are asked", async () => {
    const asked = await kernel.owner
      .select({ payload: outbox.payload })
      .from(outbox)
      .where(eq(outbox.name, "notice.deliver"));
    const told = asked.filter(({ payload }) => (payload as { kind: string }).kind === "record.asked");
    expect(new Set(told.map(({ payload }) => (payload as { causeKey: string }).causeKey)).size).toBe(1);
    for (const { payload } of told)
      expect(payload).toMatchObject({
        organizationId: maker.id,
        params: { en: expect.any(String) },
      });
  });

  it("[WL14] a confirmed link that nobody works on is overdue after 90 days; a live need gives it time", async () => {
    const id = await idOf("sse-sulfide");
    const before = await dutyOf(id);
    expect(before?.kind).toBe("attend");
    kernel.setNow(new Date("2026-07-10T02:00:00Z"));
    await judge();
    await follow();
    expect(await dutyOf(id)).toEqual(before);
    await addPosting(kernel, firm, "need", sampleContent({ concept: "sse-sulfide" }));
    await judge();
    await follow();
    expect((await dutyOf(id))?.dueAt.toISOString()).toBe("2026-10-08T15:59:59.999Z");
  });

  it("[WL12] it is closed by a second officer on a closed gap and an independent use, and by nothing less", async () => {
    await step(officer, "begin", { dueOn: "2026-12-31" });
    const use = { useKind: "contract", usedBy: "A cell maker, contract 12", usedOn: "2026-07-01" };
    const open = await gap("仍有差距", "8.9", 2026);
    await expect(step(officer, "file", use)).rejects.toMatchObject({
      faults: [{ field: "values.gap", rule: "required" }],
    });
    await expect(step(officer, "file", { gap: { publicId: open.publicId } })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await step(officer, "file", { ...use, gap: { publicId: open.publicId, zh: null, en: null } });
    await expect(step(officer, "close")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(step(second, "close")).rejects.toMatchObject({
      faults: [{ field: "values.gap", rule: "gapOpen" }],
    });
    await step(second, "return", {}, "The gap is not closed.");
    const closed = await gap("差距已弥合", "9", 2026);
    await step(officer, "file", { ...use, gap: { publicId: closed.publicId, zh: null, en: null } });
    await step(second, "close");
    expect(await linkOf("sse-sulfide")).toMatchObject({ state: "closed" });
    expect(await dutyOf(await idOf("sse-sulfide"))).toBeUndefined();
  });

  it("[WL12] it is reopened once its gap is back in two months", async () => {
    kernel.setNow(new Date("2026-08-10T02:00:00Z"));
    await gap("前沿又前进", "5", 2027);
    await judge();
    expect(await follow()).toMatchObject({ reopened: 0 });
    kernel.setNow(new Date("2026-09-10T02:00:00Z"));
    await gap("另一节点", "6", 2028);
    await judge();
    expect(await follow()).toMatchObject({ reopened: 1 });
    const { publicId, state } = await linkOf("sse-sulfide");
    expect(state).toBe("confirmed");
    expect((await load(publicId)).life.find(({ step: taken }) => taken === "reopen")).toMatchObject({
      reason: expect.stringContaining("August 2026 and September 2026"),
    });
  });

  it("[EX7] a link on the list when the year began counts as closed in the half year in which it was", async () => {
    kernel.setNow(new Date("2027-02-10T02:00:00Z"));
    await step(officer, "begin", { dueOn: "2027-12-31" });
    const closed = await gap("再次弥合", "10", 2029);
    const use = { useKind: "delivery", usedBy: "A cell maker, ten tonnes", usedOn: "2027-02-01" };
    await step(officer, "file", { ...use, gap: { publicId: closed.publicId, zh: null, en: null } });
    await step(second, "close");
    const measure = defineQuery({
      name: "test.measure",
      input: z.object({ period: z.string(), asOf: z.string() }),
      authorize: { action: "goal.browse" },
      run: async (ctx, { period, asOf }) => {
        const found = parsePeriod(period);
        return found ? measureExchange(ctx, found, new Date(asOf)) : [];
      },
    });
    const sums = async (period: string, asOf: string) => {
      const rows =
        (await callJob(kernel.worker, { id: app.newId(), name: "release.own" }, measure, {
          period,
          asOf,
        })) ?? [];
      const sum = (component: string) =>
        rows
          .filter((row) => row.component === component)
          .reduce((total, { value }) => total + Number(value), 0);
      return [sum("weak_items"), sum("weak_items_closed")];
    };
    expect(await sums("2026H2", "2027-01-05T00:00:00Z")).toEqual([0, 0]);
    expect(await sums("2027H1", "2027-02-09T00:00:00Z")).toEqual([1, 0]);
    expect(await sums("2027H1", "2027-07-05T00:00:00Z")).toEqual([1, 1]);
    expect(await sums("2027H2", "2028-01-05T00:00:00Z")).toEqual([1, 0]);
  });
});
