import { series } from "@lilink/db/schema";
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
import { call } from "../../kernel/call.ts";
import { loadStandings } from "./load-standings.ts";
import { setFloor } from "./set-floor.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
const officer = await addOfficer(kernel);
const firms: TestOrganization[] = [];
for (let at = 0; at < 8; at++) firms.push(await addOrganization(kernel));
const { principal: member } = await addMember(kernel, firms[0] ?? (await addOrganization(kernel)));
const { principal: other } = await addMember(kernel, firms[1] ?? (await addOrganization(kernel)));
await addDefinition(kernel, "SME-02", {
  frequency: "annual",
  components: [sampleComponent("able"), sampleComponent("whole")],
  measures: [
    { code: "capacity", name: { zh: "占比", en: "share" }, unit: "%", expression: "100 * able / whole" },
  ],
  breakdowns: [[]],
});

const standings = async (principal: Parameters<typeof call>[1]) =>
  (await call(kernel.app, principal, loadStandings, {})).standings;
const periodsOf = async (principal: Parameters<typeof call>[1]) =>
  new Set((await standings(principal)).flatMap(({ years }) => years.map(({ period }) => period)));

async function release(period: string, audience: "everyone" | "members") {
  const round = await addRound(kernel, period);
  for (const [at, firm] of firms.entries()) {
    const values = { able: 40 + at, whole: 100 };
    const cells = Object.entries(values).map(([component, value]) => ({ component, value: String(value) }));
    await round.file(firm, cells, { indicators: ["SME-02"] });
  }
  await makeTestRelease(kernel, officer, round.publicId, { minContributors: 3, pPercent: 10 }, audience);
}

describe("goals that were judged before", () => {
  it("[PG9] are the same for who sees the same, and never those of who sees more", async () => {
    await release("2024", "everyone");
    await release("2025", "members");
    const [first, again, neighbour, open] = [
      await standings(member),
      await standings(member),
      await standings(other),
      await standings(visitor),
    ];
    expect(again).toBe(first);
    expect(neighbour).toBe(first);
    expect(open).not.toBe(first);
    expect(await standings(visitor)).toBe(open);
    expect([...(await periodsOf(member))]).toContain("2025");
    expect([...(await periodsOf(visitor))]).not.toContain("2025");
  });

  it("[OR16] are those of visitors for a body whose approval can still be undone, and those of members afterwards", async () => {
    const membersFrom = new Date(kernel.app.clock().getTime() + 600_000);
    const { principal } = await addMember(kernel, await addOrganization(kernel, { membersFrom }));
    expect(await standings(principal)).toBe(await standings(visitor));
    kernel.setNow(membersFrom);
    expect(await standings(principal)).toBe(await standings(member));
  });

  it("[PG20] are judged anew after a decision, a release or a series, for each reader who sees it", async () => {
    const acts = [
      () => call(kernel.app, officer.principal, setFloor, { percent: 70, reason: "Most firms report late." }),
      () => release("2023", "everyone"),
      () => kernel.owner.update(series).set({ source: "another" }),
    ];
    await kernel.owner.insert(series).values({
      ...{ id: kernel.app.newId(), code: "test-series", nameZh: "测试", nameEn: "Test", unit: "t" },
      ...{ source: "one", licence: "CC0", vintage: "2025", confidence: "high", importedAt: new Date() },
    } as typeof series.$inferInsert);
    for (const act of acts) {
      const before = [await standings(member), await standings(visitor)];
      await act();
      const after = [await standings(member), await standings(visitor)];
      for (const [at, one] of after.entries()) expect(one).not.toBe(before[at]);
    }
    expect([...(await periodsOf(visitor))]).toContain("2023");
  });
});
