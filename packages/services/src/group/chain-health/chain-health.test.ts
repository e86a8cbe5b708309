import { chainHealth, chainHealthNode } from "@lilink/db/schema";
import { type HealthNode, judgeHealth } from "@lilink/model/chain-health";
import { registers } from "@lilink/model/register";
import { describe, expect, it } from "vitest";
import {
  addMember,
  addOrganization,
  addPosting,
  addRecord,
  createTestKernel,
  sampleContent,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { callMeeting } from "../meeting/call-meeting.ts";
import { closeTrade, openTrade, takeTrade } from "../supply/take-trade.ts";
import { judgeChain, toRow } from "./judge-chain.ts";
import { askChainHealth, keepChainHealth, loadChainHealth } from "./load-chain-health.ts";

const start = new Date("2026-09-10T02:00:00Z");
const kernel = await createTestKernel(start);
const { app } = kernel;
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const reviewer = await addMember(kernel, group, { duties: ["officer"] });
const firm = await addMember(kernel, await addOrganization(kernel));
const visitor = { kind: "anonymous" } as const;

const judge = () => callJob(kernel.worker, { id: app.newId(), name: "chainHealth.judge" }, judgeChain, {});
const load = (input: Parameters<typeof loadChainHealth.run>[1] = {}) =>
  call(app, visitor, loadChainHealth, input);
async function factorsOf(concept: string) {
  const found = await load({ concept });
  return new Map(found?.nodes[0]?.factors.map((one) => [one.factor, one]));
}

const gap = (given: object) =>
  addRecord(kernel, [officer, reviewer], "gapRecord", {
    title: { zh: "差距", en: "A gap" },
    links: ["smelting"],
    node: "li2co3-batt",
    measure: "magnetic impurities",
    unit: "ppb",
    domestic: { value: "60", low: null, high: null, unit: "1", basis: null },
    domesticYear: 2025,
    frontier: { value: "45", low: null, high: null, unit: "1", basis: null },
    frontierYear: 2025,
    better: "lower",
    comparison: "comparable",
    ...given,
  });

describe("the health of the chain", () => {
  it("[WL10] is judged by what the platform holds, and anybody reads why", async () => {
    expect(await load()).toBeNull();
    const need = sampleContent({ concept: "li2co3-batt" });
    await addPosting(kernel, firm, "need", need);
    await gap({});
    const head = {
      layout: "comtrade",
      reporter: "CN",
      fileName: "a.csv",
      source: "customs",
      licence: "own",
    } as const;
    const { publicId } = await call(app, officer.principal, openTrade, { ...head, sample: true });
    const row = { line: "283691", flow: "import", usd: null, factor: 1, factorSource: "weights" } as const;
    await call(app, officer.principal, takeTrade, {
      publicId,
      rows: [
        { ...row, period: "2025", partner: "CL", tonnes: 80 },
        { ...row, period: "2025", partner: "AR", tonnes: 20 },
      ],
    });
    await call(app, officer.principal, closeTrade, { publicId, skipped: 0 });
    // A need is new: nobody can call it unanswered yet.
    await judge();
    const fresh = await factorsOf("li2co3-batt");
    expect(fresh.get("unanswered_needs")).toMatchObject({ low: 0, high: 0 });
    kernel.setNow(new Date("2026-10-20T02:00:00Z"));
    await judge();
    const found = await factorsOf("li2co3-batt");
    expect(found.get("source_concentration")).toMatchObject({
      fact: { low: expect.closeTo(0.68, 9), source: "trade", asOf: "2025-12-31", sample: true },
      why: null,
    });
    expect(found.get("tech_gap")).toMatchObject({ low: 0.5, high: 0.5, fact: { source: "gap" } });
    expect(found.get("unanswered_needs")).toMatchObject({ low: 1, high: 1 });
    expect(found.get("laboratory")).toMatchObject({ low: 0.5, high: 1, why: "uncertain" });
    expect(found.get("patent_exposure")?.why ?? "missing").toBe("missing");
    const all = await load();
    expect(all).toMatchObject({ run: { period: "2026-10" }, sample: true, kept: [] });
    expect(all?.run.effort["li2co3-batt"]).toEqual({ need: 1 });
    expect(all?.nodes.every(({ known, rankMid }) => known > 0 && rankMid !== null)).toBe(true);
    expect(all?.before).toBe("2026-09");
    expect(all?.nodes.find(({ concept }) => concept === "li2co3-batt")?.rankBefore).not.toBeNull();
  });

  it("[WL10] can be judged again from what was kept with it, to the last digit", async () => {
    const runs = await kernel.owner.select().from(chainHealth);
    expect(runs.length).toBeGreaterThan(1);
    for (const { id, facts, judgedOn, seed } of runs) {
      const stored = await kernel.owner.select().from(chainHealthNode);
      const again = judgeHealth(facts, judgedOn, seed).map((node: HealthNode) => toRow(id, node));
      const byConcept = (a: { concept: string }, b: { concept: string }) => (a.concept < b.concept ? -1 : 1);
      expect(stored.filter(({ runId }) => runId === id).sort(byConcept)).toEqual(
        again.map((one) => JSON.parse(JSON.stringify(one))).sort(byConcept),
      );
    }
  });

  it("[WL10] draws its ranks from one seed a month, so that no night moves them by the draw alone", async () => {
    const seeds = async () =>
      kernel.owner.select({ day: chainHealth.judgedOn, seed: chainHealth.seed }).from(chainHealth);
    const before = await seeds();
    kernel.setNow(new Date("2026-10-21T01:00:00Z"));
    await judge();
    const after = await seeds();
    const seedOn = (runs: typeof before, day: string) =>
      runs.find((run) => run.day === day)?.seed ?? Number.NaN;
    expect(seedOn(after, "2026-10-21")).toBe(seedOn(before, "2026-10-20"));
    expect(seedOn(after, "2026-09-10")).not.toBe(seedOn(after, "2026-10-21"));
  });

  it("[WL10] replaces the run of a month, and leaves one that a meeting keeps", async () => {
    const before = await load();
    const run = before?.run.publicId ?? "";
    expect(await judge()).toMatchObject({ id: null });
    const { publicId: meeting } = await call(app, officer.principal, callMeeting, {
      title: "The autumn review",
      heldAt: new Date("2026-10-28T02:00:00Z"),
      goals: [],
      seats: [],
    });
    await expect(call(app, firm.principal, keepChainHealth, { run, meeting })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await call(app, officer.principal, keepChainHealth, { run, meeting });
    await expect(call(app, officer.principal, keepChainHealth, { run, meeting })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    kernel.setNow(new Date("2026-10-21T02:00:00Z"));
    await gap({ title: { zh: "新差距", en: "Another gap" }, node: "lioh-batt" });
    await judge();
    const after = await load();
    expect(after?.run.publicId).not.toBe(run);
    expect((await load({ run }))?.run.publicId).toBe(run);
    expect((await call(app, officer.principal, loadChainHealth, { run }))?.kept).toMatchObject([
      { title: "The autumn review" },
    ]);
    expect((await load({ run }))?.kept).toEqual([]);
    await gap({ title: { zh: "第三个差距", en: "A third gap" }, node: "licl" });
    await judge();
    await expect(load({ run: after?.run.publicId ?? "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(call(app, firm.principal, askChainHealth, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("[WL4] counts a call of the fund as effort at the node of the gap that it starts from", async () => {
    const { publicId } = await gap({
      title: { zh: "征集所起的差距", en: "The gap of a call" },
      node: "lipf6",
    });
    await addRecord(kernel, [officer, reviewer], "fundCall", {
      exception: "A test asks for it.",
      title: { zh: "六氟磷酸锂征集", en: "A call on the salt" },
      number: "2026-1",
      researchClass: "applied",
      horizon: registers.fundCall.fields.horizon.choices[0],
      links: ["smelting"],
      gap: { publicId, zh: null, en: null },
      scope: { zh: "范围", en: "Scope" },
      budget: { value: "1000000", low: null, high: null, unit: "CNY", basis: null },
      leads: ["enterprise"],
      opensOn: "2026-11-01",
      closesOn: "2026-12-01",
      decideBy: "2027-01-31",
      weightFirst: 40,
      weightSecond: 30,
      reviews: 3,
    });
    await judge();
    expect((await load())?.run.effort.lipf6).toEqual({ call: 1 });
  });

  it("[WL6] refuses a frontier that is behind, and a floor beyond what is reached", async () => {
    const told = (value: string) => ({ value, low: null, high: null, unit: "1", basis: null });
    await expect(gap({ title: { zh: "一", en: "One" }, frontier: told("70") })).rejects.toMatchObject({
      faults: [{ field: "values.frontier", rule: "rangeReversed" }],
    });
    await expect(gap({ title: { zh: "二", en: "Two" }, floor: told("50") })).rejects.toMatchObject({
      faults: [{ field: "values.floor", rule: "rangeReversed" }],
    });
  });
});
