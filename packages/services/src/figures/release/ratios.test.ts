import { figureRelease, returnForm } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  addDefinition,
  addOfficer,
  addOrganization,
  addRound,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
  type TestOrganization,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { latestFigures } from "./latest-figures.ts";
import { listFigures } from "./list-figures.ts";
import { verifyRelease } from "./verify-release.ts";

const kernel = await createTestKernel();
const officer = await addOfficer(kernel);
const visitor = { kind: "anonymous" } as const;
const name = { zh: "单耗", en: "intensity" };
const ratio = (expression: string) => [{ code: "intensity", name, unit: "1", expression }];
await addDefinition(kernel, "SME-01", {
  components: [sampleComponent("energy"), sampleComponent("output")],
  measures: ratio("energy / output"),
});
await addDefinition(kernel, "SME-05", {
  frequency: "annual",
  components: [sampleComponent("waste")],
  uses: ["output"],
  measures: ratio("waste / output"),
});
const firms: TestOrganization[] = [];
for (let at = 0; at < 8; at++) firms.push(await addOrganization(kernel));
const firm = (at: number) => {
  const found = firms[at];
  if (!found) throw new Error("a firm");
  return found;
};
type Round = Awaited<ReturnType<typeof addRound>>;
const file = (round: Round, at: number, values: Readonly<Record<string, number>>, province = "36") =>
  round.file(
    firm(at),
    Object.entries(values).map(([component, value]) => ({ component, value: String(value) })),
    { province, indicators: ["SME-01", "SME-05"] },
  );
const release = (round: Round, parameters = {}) =>
  makeTestRelease(kernel, officer, round.publicId, parameters);
const figuresOf = async (publicId: string) =>
  (await call(kernel.app, officer.principal, listFigures, { publicId, limit: 200 })).items;
const find = async (publicId: string, measure: string, place: readonly string[] = [], of?: string) =>
  (await figuresOf(publicId)).find(
    (one) => one.measure === measure && one.place.join() === place.join() && (!of || one.indicator === of),
  );
const verify = async (publicId: string) => {
  const [head] = await kernel.owner
    .select({ id: figureRelease.id })
    .from(figureRelease)
    .where(eq(figureRelease.publicId, publicId));
  return verifyRelease(kernel.worker, head?.id ?? "");
};

describe("ratios in a release", () => {
  it("[RL15] output without energy is in the sum and in no intensity, and coverage says so", async () => {
    const round = await addRound(kernel, "2025Q1");
    await file(round, 0, { energy: 30, output: 10 });
    await file(round, 1, { energy: 0, output: 5 });
    await file(round, 2, { output: 85 });
    await file(round, 3, { output: 7 }, "51");
    const made = await release(round);
    expect(await find(made, "output")).toMatchObject({ value: "107" });
    expect(await find(made, "intensity")).toMatchObject({ value: "2" });
    expect(await find(made, "intensity", ["51"])).toMatchObject({ status: "absent", value: null });
    expect(await find(made, "output", ["SME-01.intensity"])).toMatchObject({ value: "15" });
    expect(await verify(made)).toMatchObject({ wrong: [] });
    const [series] = await call(kernel.app, visitor, latestFigures, { indicators: ["SME-01"] });
    expect(series?.figures).toMatchObject([{ value: "2", coverage: 50 }]);
  });

  it("[RL15] [DC8] the next edition, in which one firm adds what it left out, tells nobody its figure", async () => {
    const parameters = { minContributors: 3, pPercent: 10 };
    const round = await addRound(kernel, "2025Q2");
    for (const at of [0, 1, 2, 3, 4]) await file(round, at, { energy: 100 + at, output: 50 + at });
    for (const at of [5, 6]) await file(round, at, { output: 60 + at });
    const late = await file(round, 7, { output: 55 });
    const first = await release(round, parameters);
    expect(await find(first, "output")).toMatchObject({ value: "446" });
    expect(await find(first, "intensity")).toMatchObject({ status: "published" });
    await kernel.owner
      .update(returnForm)
      .set({ version: 2, verifiedVersion: 2, state: "verified" })
      .where(eq(returnForm.id, late.id));
    await round.write({ ...late, version: 2 }, firm(7), [
      { component: "energy", value: "111" },
      { component: "output", value: "55" },
    ]);
    const second = await release(round, parameters);
    expect(await find(second, "energy")).toMatchObject({ status: "withheld" });
    expect(await find(second, "intensity")).toMatchObject({ status: "withheld", value: null });
    expect(await verify(second)).toMatchObject({ wrong: [] });
  });

  it("[RL15] a year's ratio counts who reported the year and each of its quarters", async () => {
    for (const quarter of [1, 2, 3, 4]) {
      const round = await addRound(kernel, `2024Q${quarter}`);
      await file(round, 0, { energy: 1, output: 10 });
      if (quarter > 1) await file(round, 1, { energy: 1, output: 10 });
      await file(round, 2, { energy: 1, output: 20 });
    }
    const year = await addRound(kernel, "2024");
    await file(year, 0, { waste: 80 });
    await file(year, 1, { waste: 500 });
    const made = await release(year);
    expect(await find(made, "waste")).toMatchObject({ value: "580" });
    expect(await find(made, "output")).toMatchObject({ value: "150" });
    expect(await find(made, "intensity", [], "SME-05")).toMatchObject({ value: "2" });
    // What is reported each quarter is released for the year too, of those who reported each.
    expect(await find(made, "intensity", [], "SME-01")).toMatchObject({ value: "0.0666666666667" });
    expect(await verify(made)).toMatchObject({ wrong: [] });
  });

  it("[RL16] a year shows nothing of what is reported each quarter while one of them was not asked for", async () => {
    for (const quarter of [1, 2, 3]) {
      const round = await addRound(kernel, `2023Q${quarter}`);
      await file(round, 0, { energy: 1, output: 10 });
    }
    const year = await addRound(kernel, "2023");
    await file(year, 0, { waste: 80 });
    const made = await release(year);
    expect((await figuresOf(made)).map(({ indicator }) => indicator)).not.toContain("SME-01");
  });
});
