import { figureCell, figureRelease, returnForm } from "@lilink/db/schema";
import { asc, eq } from "drizzle-orm";
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
import { giveWaiver, withdrawWaiver } from "../waiver/manage-waivers.ts";
import { askRelease } from "./ask-release.ts";
import { latestFigures } from "./latest-figures.ts";
import { listFigures } from "./list-figures.ts";
import { listReleases } from "./list-releases.ts";
import { verifyRelease } from "./verify-release.ts";

const kernel = await createTestKernel();
const officer = await addOfficer(kernel);
const visitor = { kind: "anonymous" } as const;
await addDefinition(kernel, "RES-01", { components: [sampleComponent("output")] });
await addDefinition(kernel, "RES-02", {
  components: [sampleComponent("stock_change", { nonNegative: false }), sampleComponent("secret_mass")],
  audience: "group",
});
await addDefinition(kernel, "RES-05", {
  frequency: "annual",
  components: [],
  uses: ["output"],
  measures: [{ code: "year", name: { zh: "年", en: "year" }, unit: "t", expression: "output" }],
});
const parameters = { minContributors: 3, pPercent: 10 };

const firms: TestOrganization[] = [];
for (let at = 0; at < 8; at++) firms.push(await addOrganization(kernel));
const firm = (at: number) => {
  const found = firms[at];
  if (!found) throw new Error("a firm");
  return found;
};
type Round = Awaited<ReturnType<typeof addRound>>;
const fileAll = async (round: Round, values: readonly string[], province = "36", component = "output") => {
  const forms = [];
  for (const [at, value] of values.entries())
    forms.push(
      await round.file(firm(at), [{ component, value }], { province, indicators: ["RES-01", "RES-02"] }),
    );
  return forms;
};
const release = (round: Round) => makeTestRelease(kernel, officer, round.publicId, parameters);
const rowsOf = async (publicId: string) => {
  const [head] = await kernel.owner
    .select({ id: figureRelease.id })
    .from(figureRelease)
    .where(eq(figureRelease.publicId, publicId));
  const id = head?.id ?? "";
  return {
    id,
    rows: await kernel.owner
      .select()
      .from(figureCell)
      .where(eq(figureCell.releaseId, id))
      .orderBy(asc(figureCell.id)),
  };
};
const verify = async (publicId: string) => verifyRelease(kernel.worker, (await rowsOf(publicId)).id);
const totalOf = async (publicId: string, measure = "output") => {
  const { items } = await call(kernel.app, officer.principal, listFigures, { publicId });
  return items.find((one) => one.measure === measure && one.dimensions.length === 0);
};

describe("editions", () => {
  it("[RL6] a late and corrected return change the next edition and leave the first as it was", async () => {
    const round = await addRound(kernel, "2025Q1");
    const forms = await fileAll(round, ["100", "110.5", "120", "130"]);
    const first = await release(round);
    const before = await rowsOf(first);
    for (const [at, form] of forms.entries()) {
      await kernel.owner
        .update(returnForm)
        .set({ version: 2, verifiedVersion: 2, state: "verified" })
        .where(eq(returnForm.id, form.id));
      await round.write({ ...form, version: 2 }, firm(at), [{ component: "output", value: `${200 + at}` }]);
    }
    for (const at of [4, 5, 6])
      await round.file(firm(at), [{ component: "output", value: "90" }], { indicators: ["RES-01"] });
    const second = await release(round);
    expect(await rowsOf(first)).toEqual(before);
    expect(await totalOf(first)).toMatchObject({ value: "460.5" });
    expect(await totalOf(second)).toMatchObject({ value: "1076" });
    for (const one of [first, second]) expect(await verify(one)).toMatchObject({ wrong: [] });
    const [series] = await call(kernel.app, visitor, latestFigures, { indicators: ["RES-01"] });
    expect(series?.figures).toMatchObject([{ period: "2025Q1", release: second, edition: 2, value: "1076" }]);
  });

  it("[RL6] the difference of two editions never reveals a single correction", async () => {
    const round = await addRound(kernel, "2022Q4");
    const forms = await fileAll(round, ["100", "110", "120", "130", "140"]);
    const first = await release(round);
    expect(await totalOf(first)).toMatchObject({ value: "600" });
    const [form] = forms;
    if (!form) throw new Error("a form");
    await kernel.owner
      .update(returnForm)
      .set({ version: 2, verifiedVersion: 2, state: "verified" })
      .where(eq(returnForm.id, form.id));
    await round.write({ ...form, version: 2 }, firm(0), [{ component: "output", value: "175" }]);
    const second = await release(round);
    expect(await totalOf(second)).toMatchObject({ status: "withheld", value: null });
    expect(await verify(second)).toMatchObject({ wrong: [] });
    const same = await release(round);
    expect(await totalOf(same)).toMatchObject({ status: "withheld" });
  });

  it("[RL6] one making at a time, and none before its time", async () => {
    const round = await addRound(kernel, "2025Q2");
    await fileAll(round, ["1", "2", "3"]);
    const ask = () =>
      call(kernel.app, officer.principal, askRelease, { round: round.publicId, audience: "everyone" });
    const answers = await Promise.allSettled([ask(), ask()]);
    expect(answers.filter(({ status }) => status === "fulfilled").length).toBe(1);
    await expect(ask()).rejects.toMatchObject({ code: "WRONG_STATE" });
    const { items } = await call(kernel.app, visitor, listReleases, {});
    expect(items.map(({ state }) => state)).not.toContain("making");
  });

  it("[RL1] a year is made up of the returns of its quarters, and only of all of them", async () => {
    for (const quarter of ["2024Q1", "2024Q2", "2024Q3"])
      await fileAll(await addRound(kernel, quarter), ["10", "20", "30", "40"]);
    const year = await addRound(kernel, "2024");
    expect(await totalOf(await release(year), "year")).toBeUndefined();
    await fileAll(await addRound(kernel, "2024Q4"), ["10", "20", "30", "40.25"]);
    const whole = await release(year);
    expect(await totalOf(whole, "year")).toMatchObject({ value: "400.25" });
    expect(await verify(whole)).toMatchObject({ wrong: [] });
  });
});

describe("what does not slip past a rule", () => {
  it("[RL3] three subsidiaries are one contributor whatever their group was later", async () => {
    const round = await addRound(kernel, "2023Q1");
    const group = kernel.app.newId();
    for (const at of [0, 1, 2])
      await round.file(firm(at), [{ component: "output", value: "50" }], { group, indicators: ["RES-01"] });
    expect(await totalOf(await release(round))).toMatchObject({ status: "withheld", value: null });
  });

  it("[RL13] a waiver permits publishing a figure; once withdrawn, the next release protects it again", async () => {
    const giant = await addOrganization(kernel);
    const admin = await addMember(kernel, giant);
    const figures = async (period: string) => {
      const round = await addRound(kernel, period);
      await round.file(giant, [{ component: "output", value: "10000" }], { indicators: ["RES-01"] });
      await fileAll(round, ["100", "101", "102", "103", "104"]);
      return totalOf(await release(round));
    };
    expect(await figures("2023Q2")).toMatchObject({ status: "withheld" });
    const waivers = await call(kernel.app, admin.principal, giveWaiver, { indicator: "RES-01" });
    expect(await call(kernel.app, admin.principal, giveWaiver, { indicator: "RES-01" })).toEqual(waivers);
    expect(await figures("2021Q4")).toMatchObject({ status: "published", value: "10510" });
    const editor = await addMember(kernel, giant, { role: "editor" });
    await expect(call(kernel.app, editor.principal, giveWaiver, { indicator: "RES-01" })).rejects.toThrow();
    await call(kernel.app, admin.principal, withdrawWaiver, { indicator: "RES-01" });
    await expect(
      call(kernel.app, admin.principal, withdrawWaiver, { indicator: "RES-01" }),
    ).rejects.toThrow();
    expect(await figures("2023Q3")).toMatchObject({ status: "withheld" });
  });

  it("[RL3] zeros count as reports and do not make a lone figure safe", async () => {
    const round = await addRound(kernel, "2023Q4");
    await fileAll(round, ["500", "0", "0", "0"]);
    expect(await totalOf(await release(round))).toMatchObject({ status: "withheld" });
  });

  it("[RL3] negative figures go by frequency and bypass nothing", async () => {
    const figures = async (period: string, values: readonly string[]) => {
      const round = await addRound(kernel, period);
      await fileAll(round, values, "36", "stock_change");
      return totalOf(await release(round), "stock_change");
    };
    expect(await figures("2022Q2", ["-50", "20", "30", "40.5"])).toMatchObject({ value: "40.5" });
    expect(await figures("2022Q3", ["-50", "20"])).toMatchObject({ status: "withheld", value: null });
  });

  it("[RL8] an indicator for the group is in no other reader's release", async () => {
    const round = await addRound(kernel, "2022Q1");
    await fileAll(round, ["10", "11", "12", "13"], "36", "secret_mass");
    const publicId = await release(round);
    const told = await call(kernel.app, visitor, listFigures, { publicId });
    expect(told.items).toEqual([]);
    expect(await totalOf(publicId, "secret_mass")).toMatchObject({ value: "46" });
  });
});
