import { figureRelease, releasePaper } from "@lilink/db/schema";
import { goals } from "@lilink/model/goals";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addDefinition,
  addMember,
  addOfficer,
  addOrganization,
  addRound,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
  type TestOrganization,
} from "../../../testing/index.ts";
import { callMeeting } from "../../group/meeting/call-meeting.ts";
import { loadMeeting } from "../../group/meeting/load-meeting.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadPeers } from "../release/load-peers.ts";
import { printRelease, type ReleasePaperData } from "../release/print-release.ts";
import { readReleasePaper } from "../release/read-release-paper.ts";
import { listGoals, loadGoalCard } from "./load-goal.ts";
import { loadStanding, loadStandings } from "./load-standings.ts";

const kernel = await createTestKernel();
const { app } = kernel;
const visitor = { kind: "anonymous" } as const;
const officer = await addOfficer(kernel);
const stranger = await addMember(kernel, await addOrganization(kernel));
await addDefinition(kernel, "SME-02", {
  frequency: "annual",
  components: [sampleComponent("able"), sampleComponent("whole")],
  measures: [
    { code: "capacity", name: { zh: "占比", en: "share" }, unit: "%", expression: "100 * able / whole" },
  ],
  breakdowns: [[]],
});
const firms: TestOrganization[] = [];
for (let at = 0; at < 12; at++) firms.push(await addOrganization(kernel));
const [firm = firms[0]] = firms;
const filer = await addMember(kernel, firm ?? (await addOrganization(kernel)));

const able = (value: number) => [
  { component: "able", value: String(value) },
  { component: "whole", value: "100" },
];

async function release(period: string, ableOf: (at: number) => number, audience: "everyone" | "members") {
  const round = await addRound(kernel, period);
  for (const [at, one] of firms.entries())
    await round.file(one, able(ableOf(at)), { indicators: ["SME-02"] });
  return makeTestRelease(kernel, officer, round.publicId, { minContributors: 3, pPercent: 10 }, audience);
}
const first = await release("2024", (at) => 34 + at, "everyone");
const second = await release("2025", (at) => 50 + at, "members");
const standingOf = async (principal: Parameters<typeof call>[1], id: string) =>
  (await call(app, principal, loadStandings, {})).standings.find(({ goal }) => goal === id);

describe("standings", () => {
  it("[PG11] judge a goal by what its reader sees released, and say which release that is", async () => {
    expect(await standingOf(visitor, "G25-09")).toMatchObject({
      closed: true,
      now: null,
      status: "not_assessable",
      why: "year",
    });
    const member = await standingOf(stranger.principal, "G25-09");
    expect(member).toMatchObject({
      baseline: { year: 2024, value: "39.5" },
      now: { year: 2025, value: "55.5" },
      status: "achieved",
      heldBack: false,
      release: { publicId: second, coverage: 100 },
    });
    expect((await standingOf(stranger.principal, "G35-07"))?.needed?.perYear).toBe("3.45");
    expect(await call(app, stranger.principal, loadStanding, { id: "G35-07" })).toMatchObject({
      years: [{ year: 2024 }, { year: 2025 }],
      path: { length: 12 },
    });
    await expect(call(app, visitor, loadStanding, { id: "G99-99" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("[PG9] are the same of all 35 goals in the list, on each page, on the board and in a meeting", async () => {
    const principal = officer.principal;
    const { standings } = await call(app, principal, loadStandings, {});
    const listed = (await call(app, principal, listGoals, {})).goals;
    const { publicId } = await call(app, principal, callMeeting, {
      title: "2026Q3",
      heldAt: new Date("2026-12-01T02:00:00Z"),
      goals: [],
      seats: [],
    });
    const { snapshot } = await call(app, principal, loadMeeting, { publicId });
    expect(standings.map(({ goal }) => goal)).toEqual(goals.map(({ id }) => id));
    expect(standings.filter(({ now }) => now).map(({ goal }) => goal)).toEqual(["G25-09", "G35-07"]);
    for (const [at, standing] of standings.entries()) {
      const { years: _years, path: _path, ...summary } = standing;
      expect(await call(app, principal, loadStanding, { id: standing.goal })).toEqual(standing);
      expect(snapshot.standings[at]).toEqual(JSON.parse(JSON.stringify(summary)));
      const card = await call(app, principal, loadGoalCard, { id: standing.goal });
      const { target, state, indicator } = listed.find(({ goal }) => goal.id === standing.goal) ?? {};
      expect({ target, state, indicator: indicator?.id }).toEqual({
        target: card.target,
        state: card.state,
        indicator: card.indicator?.id,
      });
    }
  });

  it("[PG9] say of a goal without figures whose they would be", async () => {
    const { standings } = await call(app, officer.principal, loadStandings, {});
    for (const id of ["G25-10", "G25-18", "G35-09"])
      expect(standings.find(({ goal }) => goal === id)).toMatchObject({
        now: null,
        status: "not_assessable",
        why: "measure",
      });
  });

  it("[RL10] show a filer itself among peers, and the band to nobody else", async () => {
    const peers = await call(app, filer.principal, loadPeers, { id: "SME-02" });
    expect(peers.map(({ period, own }) => [period, own])).toEqual([
      ["2025", "50"],
      ["2024", "34"],
    ]);
    for (const { low, middle, high } of peers) {
      expect(Number(low)).toBeLessThanOrEqual(Number(middle));
      expect(Number(middle)).toBeLessThanOrEqual(Number(high));
    }
    for (const principal of [stranger.principal, officer.principal, visitor])
      expect(await call(app, principal, loadPeers, { id: "SME-02" })).toEqual([]);
  });
});

describe("a printed release", () => {
  it("[RL14] is given to readers of the release, as it was printed, once", async () => {
    const [head] = await kernel.owner
      .select({ id: figureRelease.id })
      .from(figureRelease)
      .where(eq(figureRelease.publicId, second));
    const printed: ReleasePaperData[] = [];
    const press = printRelease(async (data, locale) => {
      printed.push(data);
      return new TextEncoder().encode(locale);
    });
    const job = () => ({ id: app.newId(), name: "release.print" });
    await callJob(kernel.worker, job(), press, { releaseId: head?.id ?? "" });
    await callJob(kernel.worker, job(), press, { releaseId: head?.id ?? "" });
    expect(await kernel.owner.$count(releasePaper)).toBe(2);
    expect(printed).toHaveLength(2);
    expect(printed[0]?.figures.map(({ measure, value }) => [measure, value])).toContainEqual([
      "capacity",
      "55.5",
    ]);
    const paper = await call(app, stranger.principal, readReleasePaper, { publicId: second, locale: "en" });
    expect(new TextDecoder().decode(paper.bytes)).toBe("en");
    for (const [principal, publicId] of [
      [visitor, second],
      [stranger.principal, first],
    ] as const)
      await expect(call(app, principal, readReleasePaper, { publicId, locale: "en" })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
  });
});
