import { describe, expect, it } from "vitest";
import { addMember, addOfficer, addOrganization, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { loadSupply, setCeiling } from "./load-supply.ts";
import { publishSupply, supplySeries } from "./publish-supply.ts";
import { dropScenario, keepScenario, listScenarios, loadDiversified, loadStressBase } from "./stress.ts";
import { closeTrade, dropTrade, openTrade, takeTrade } from "./take-trade.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
const officer = (await addOfficer(kernel)).principal;
const firm = (await addMember(kernel, await addOrganization(kernel))).principal;

type Sent = Parameters<typeof takeTrade.run>[1]["rows"][number];
const rowOf = (period: string, partner: string, tonnes: number, rest: Partial<Sent> = {}): Sent => ({
  period,
  partner,
  line: "283691",
  flow: "import",
  tonnes,
  usd: tonnes * 10_000,
  factor: 1,
  factorSource: "atomic weights",
  ...rest,
});
const head = {
  layout: "comtrade" as const,
  fileName: "a.csv",
  source: "a statistics office",
  licence: "CC-BY-4.0",
};

async function bring(
  reporter: string,
  rows: readonly Sent[],
  rest: { sample?: boolean; revises?: boolean } = {},
) {
  const { publicId } = await call(kernel.app, officer, openTrade, {
    ...head,
    reporter,
    sample: rest.sample ?? false,
  });
  await call(kernel.app, officer, takeTrade, { publicId, rows: [...rows] });
  return call(kernel.app, officer, closeTrade, { publicId, skipped: 0, revises: rest.revises ?? false });
}

describe("files of trade", () => {
  it("[SU3] count once they are taken, and a later one that says so goes before", async () => {
    const { publicId } = await call(kernel.app, officer, openTrade, { ...head, reporter: "JP" });
    await call(kernel.app, officer, takeTrade, {
      publicId,
      rows: [rowOf("2023", "CL", 80), rowOf("2023", "AR", 20)],
    });
    const look = () =>
      call(kernel.app, visitor, loadSupply, { reporter: "JP", product: "carbonate", span: "year" });
    expect((await look()).latest).toBeNull();
    expect(await call(kernel.app, officer, closeTrade, { publicId, skipped: 3 })).toMatchObject({
      rows: 2,
      revision: 1,
    });
    expect((await look()).latest?.concentration).toMatchObject({
      top: { source: "CL", share: 0.8 },
      low: expect.closeTo(0.68, 12),
      high: expect.closeTo(0.68, 12),
    });
    await expect(bring("JP", [rowOf("2023", "CL", 50)])).rejects.toMatchObject({
      faults: [{ field: "revises", rule: "alreadyUsed", params: { found: "2023" } }],
    });
    await bring("JP", [rowOf("2023", "CL", 50), rowOf("2023", "AR", 50), rowOf("2023", "WLD", 125)], {
      revises: true,
    });
    const { latest, loads } = await look();
    expect(latest?.total).toBe(125);
    expect(latest?.concentration).toMatchObject({
      low: expect.closeTo(0.32, 12),
      high: expect.closeTo(0.36, 12),
      rest: 0.2,
    });
    expect(loads.filter(({ source }) => source === head.source).length).toBeGreaterThan(1);
  });

  it("[SU1] refuse a row that is there, a line that is not counted, and whatever comes after the end", async () => {
    const { publicId } = await call(kernel.app, officer, openTrade, { ...head, reporter: "KR" });
    const send = (...rows: Sent[]) => call(kernel.app, officer, takeTrade, { publicId, rows });
    await send(rowOf("2023-01", "CL", 5));
    await expect(send(rowOf("2023-01", "CL", 6))).rejects.toMatchObject({ faults: [{ rule: "duplicate" }] });
    await expect(send(rowOf("2023-01", "AR", 6, { line: "010121" }))).rejects.toMatchObject({
      faults: [{ field: "rows.0.line", rule: "notInList" }],
    });
    await call(kernel.app, officer, dropTrade, { publicId });
    await expect(send(rowOf("2023-02", "CL", 6))).rejects.toMatchObject({ code: "WRONG_STATE" });
    const { latest } = await call(kernel.app, visitor, loadSupply, {
      reporter: "KR",
      product: "carbonate",
      span: "month",
    });
    expect(latest).toBeNull();
  });

  it("[SU1] are brought in by officers alone", async () => {
    await expect(call(kernel.app, firm, openTrade, { ...head, reporter: "CN" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      call(kernel.app, firm, setCeiling, { percent: 50, reason: "because I say so" }),
    ).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(call(kernel.app, firm, listScenarios, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("[SU2] become a series of whole years that goals can be judged by; samples do not", async () => {
    await bring("CN", [rowOf("2022", "CL", 70), rowOf("2022", "AR", 30)]);
    await bring("CN", [rowOf("2021", "CL", 99)], { sample: true });
    const publish = () =>
      callJob(kernel.worker, { id: kernel.app.newId(), name: "supply.publish" }, publishSupply, {});
    expect(await publish()).toMatchObject({ added: [supplySeries.code], figures: 3 });
    expect(await publish()).toMatchObject({ added: [], unchanged: [supplySeries.code] });
  });
});

describe("the ceiling", () => {
  it("[SU2] is that of the European Union until the group sets one", async () => {
    const look = async () => (await call(kernel.app, visitor, loadSupply, {})).ceiling;
    expect(await look()).toMatchObject({ percent: 65, decidedAt: null });
    await call(kernel.app, officer, setCeiling, { percent: 55, reason: "as the meeting of March decided" });
    expect(await look()).toMatchObject({ percent: 55, reason: "as the meeting of March decided" });
  });

  it("[SU9] is kept at least cost by what sources may give", async () => {
    await bring("DE", [
      rowOf("2023", "CL", 90, { usd: 90 * 9000 }),
      rowOf("2023", "AR", 10, { usd: 10 * 10_000 }),
      rowOf("2023", "BO", 10, { usd: 10 * 12_000 }),
    ]);
    const ask = { reporter: "DE", product: "carbonate" as const, growth: 3, ceiling: 0.65 };
    const mix = await call(kernel.app, visitor, loadDiversified, ask);
    expect(mix?.found).toMatchObject({
      amounts: { CL: expect.closeTo(71.5, 6), AR: expect.closeTo(38.5, 6), BO: 0 },
      proven: true,
      lastCost: 10_000,
    });
    expect(await call(kernel.app, visitor, loadDiversified, { ...ask, growth: 0.1 })).toMatchObject({
      found: { missing: expect.closeTo(110 - 71.5 - 11 - 11, 6) },
    });
  });
});

describe("a scenario", () => {
  const ask = {
    reporter: "US",
    mined: 0,
    recycled: 0,
    recovery: 1,
    stockWeeks: { resource: 0, smelting: 4, materials: 0, products: 0 },
    shocks: [{ source: "CL", cut: 1, fromWeek: 1 }],
    responses: [],
    weeks: 26,
  };

  it("[SU8] stays as it was counted when figures change", async () => {
    await bring("US", [rowOf("2023", "CL", 52), rowOf("2023", "AR", 52)]);
    expect((await call(kernel.app, visitor, loadStressBase, { reporter: "US" })).salt.imports).toEqual({
      AR: 52,
      CL: 52,
    });
    const kept = await call(kernel.app, officer, keepScenario, { name: "without Chile", ask });
    // Two a week are asked for and one comes: the store of four weeks lasts eight.
    expect(kept.result.map(({ link, firstShortWeek }) => [link, firstShortWeek])).toEqual([
      ["resource", null],
      ["smelting", 9],
      ["materials", 9],
      ["products", 9],
    ]);
    await bring("US", [rowOf("2023", "CL", 1)], { revises: true });
    const [found] = await call(kernel.app, officer, listScenarios, {});
    expect(found).toMatchObject({ name: "without Chile", result: kept.result });
    await call(kernel.app, officer, dropScenario, { publicId: kept.publicId });
    expect(await call(kernel.app, officer, listScenarios, {})).toEqual([]);
  });
});
