import type { DisclosureParameters } from "@lilink/engine/disclosure";
import { expect, it } from "vitest";
import {
  addDefinition,
  addOfficer,
  addOrganization,
  addRound,
  createTestKernel,
  makeTestRelease,
  sampleComponent,
} from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listFigures } from "./list-figures.ts";

const kernel = await createTestKernel();
const officer = await addOfficer(kernel);
await addDefinition(kernel, "TST-01", {
  components: [sampleComponent("output")],
  breakdowns: [[], ["province"]],
});

await addDefinition(kernel, "TST-02", {
  components: [sampleComponent("mass")],
  breakdowns: [[], ["province", "size"]],
});

const periods = [2020, 2021, 2022, 2023, 2024].flatMap((year) => [1, 2, 3, 4].map((q) => `${year}Q${q}`));

type Filed = {
  readonly value: string;
  readonly province?: string;
  readonly size?: string;
  readonly group?: string;
};

/** What a visitor reads of a release made from these figures, one organization each, with one rule alone. */
async function release(
  figures: readonly Filed[],
  parameters: DisclosureParameters,
  indicator: "TST-01" | "TST-02" = "TST-01",
) {
  const component = indicator === "TST-01" ? "output" : "mass";
  const round = await addRound(kernel, periods.pop() ?? "");
  for (const { value, ...place } of figures)
    await round.file(await addOrganization(kernel), [{ component, value }], {
      ...place,
      indicators: [indicator],
    });
  const publicId = await makeTestRelease(kernel, officer, round.publicId, parameters);
  const told = await call(kernel.app, { kind: "anonymous" }, listFigures, { publicId, indicator });
  const items = told.items.filter(({ measure }) => measure === component);
  const at = (place?: string) =>
    items.find((cell) => (place ? cell.place[0] === place : cell.dimensions.length === 0));
  return { items, at, total: at() };
}

const sized = (...values: number[]) => values.map((value) => ({ value: String(value) }));

it("[RL3] V1: two near firms estimate each other: unsafe by p %, safe by (1,90)", async () => {
  const figures = sized(50000, 49000, 1000);
  expect((await release(figures, { pPercent: 10 })).total).toMatchObject({ status: "withheld", value: null });
  expect((await release(figures, { dominance: { n: 1, kPercent: 90 } })).total).toMatchObject({
    status: "published",
    value: "100000",
  });
});

it("[RL3] V2: safe by p %, unsafe by (2,90.9)", async () => {
  const figures = sized(52000, 50000, 8000);
  expect((await release(figures, { pPercent: 10 })).total).toMatchObject({ value: "110000" });
  const strict = await release(figures, { dominance: { n: 2, kPercent: 90.9 } });
  expect(strict.total?.status).toBe("withheld");
});

it("[RL3] V3: a withheld total reaches up past what the rule asks", async () => {
  const { total } = await release(sized(300, 20, 10), { dominance: { n: 1, kPercent: 85 } });
  expect(total?.status).toBe("withheld");
  expect(Number(total?.high ?? Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(352.94);
});

it("[RL3] V4: the bounds of a withheld cell are those of the linear programme", async () => {
  const at = (province: string, size: string, ...values: number[]) =>
    sized(...values).map((one) => ({ ...one, province, size }));
  const { items } = await release(
    // Two in each cell: one alone would know its cell, and with these totals all the others.
    [at("36", "large", 3, 1), at("36", "small", 2, 1), at("51", "large", 1, 1), at("51", "small", 1, 0)]
      .concat([at("63", "large", 1, 1, 1), at("63", "small", 1, 1, 1)])
      .flat(),
    { minContributors: 3 },
    "TST-02",
  );
  const cell = items.find(({ place }) => place.join() === "36,large");
  expect(cell).toMatchObject({ status: "withheld", low: "3", high: "6" });
});

it("[RL3] V5: three plants of one group are one contributor", async () => {
  const group = kernel.app.newId();
  const plants = sized(100, 200, 300).map((one) => ({ ...one, group }));
  expect((await release(plants, { minContributors: 3 })).total?.status).toBe("withheld");
  expect((await release(sized(100, 200, 300), { minContributors: 3 })).total?.value).toBe("600");
});

it("[RL3] V6: two singletons in one row need a third", async () => {
  const single = ["36", "51"].map((province) => ({ value: "100", province }));
  const rest = ["63", "63", "63", "63", "54", "54", "54", "54"].map((province) => ({
    value: "70",
    province,
  }));
  const { at, items } = await release([...single, ...rest], { minContributors: 2, pPercent: 10 });
  expect(at("36")?.status).toBe("withheld");
  expect(at("51")?.status).toBe("withheld");
  const withheld = items.filter(({ status }) => status === "withheld").map(({ place }) => place[0] ?? "all");
  expect(withheld.length).toBeGreaterThan(2);
});

it("[RL3] V7: a giant among many small is unsafe", async () => {
  const { total } = await release(
    [{ value: "495000" }, ...Array.from({ length: 50 }, () => ({ value: "100" }))],
    { dominance: { n: 1, kPercent: 90 } },
  );
  expect(total?.status).toBe("withheld");
});
