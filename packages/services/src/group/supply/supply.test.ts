import { registers } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { describe, expect, it } from "vitest";
import { addMember, addOfficer, addOrganization, asRaw, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { callMeeting } from "../meeting/call-meeting.ts";
import { loadMeeting } from "../meeting/load-meeting.ts";
import { countRights } from "./count-rights.ts";
import { loadConceptSupply } from "./load-concept-supply.ts";
import { loadSupply, setCeiling } from "./load-supply.ts";
import { publishSupply, supplySeries } from "./publish-supply.ts";
import { dropScenario, keepScenario, listScenarios, loadDiversified, loadStressBase } from "./stress.ts";
import { closeTrade, dropTrade, openTrade, takeTrade } from "./take-trade.ts";

const kernel = await createTestKernel();
const visitor = { kind: "anonymous" } as const;
const officerMember = await addOfficer(kernel);
const officer = officerMember.principal;
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

/** Every month as it is kept, and as its rows that count today add up. */
const monthsOf = async (reporter: string) => {
  const kept = await kernel.ownerRows<Month>(
    "select product, flow, period, sample, tonnes, lce from trade_month where reporter = $1 order by 1, 2, 3",
    [reporter],
  );
  const summed = await kernel.ownerRows<Month>(
    `select s.product, s.flow, s.period, bool_or(s.sample) as sample, string_agg('"' || s.partner || '",' || s.tonnes, ',' order by s.partner) as tonnes,
      string_agg('"' || s.partner || '",' || s.lce, ',' order by s.partner) as lce
      from (select t.product, t.flow, t.period, t.partner, bool_or(l.sample) as sample, sum(t.tonnes) as tonnes, sum(t.tonnes * t.factor) as lce
        from trade_flow t join trade_load l on l.id = t.load_id where t.current and t.reporter = $1 group by 1, 2, 3, 4) s group by 1, 2, 3 order by 1, 2, 3`,
    [reporter],
  );
  return { kept, summed };
};
type Month = Readonly<Record<"product" | "flow" | "period" | "tonnes", string>>;

describe("files of trade", () => {
  it("[SU11] are summed by month when they are taken, revised ones anew, and by no statement of a caller", async () => {
    const many = ["2023-01", "2023-02"].flatMap((period) =>
      ["CL", "AR", "AU"].map((partner, at) => rowOf(period, partner, 10 * (at + 1))),
    );
    await bring("DE", [...many, rowOf("2023-01", "AU", 50, { line: "253090", factor: 0.136 })]);
    await bring("DE", [rowOf("2023-02", "CL", 7), rowOf("2023-02", "BR", 3, { flow: "export" })], {
      revises: true,
      sample: true,
    });
    const { kept, summed } = await monthsOf("DE");
    expect(kept).toEqual(summed);
    expect(kept).toHaveLength(4);
    expect(
      kept.find(
        ({ period, flow, product }) => period === "2023-02" && flow === "import" && product === "carbonate",
      ),
    ).toMatchObject({
      sample: true,
      tonnes: '"CL",7',
    });
    for (const raw of ["delete from trade_month", "update trade_month set tonnes = ''"])
      expect(await asRaw(kernel, officerMember, raw)).toBe("42501");
  });

  it("[SU11] keep what a printed total of one product has beyond its partners when several are added", async () => {
    await bring("NL", [
      rowOf("2023", "AU", 60, { line: "253090", factor: 0.136 }),
      rowOf("2023", "WLD", 100, { line: "253090", factor: 0.136 }),
      rowOf("2023", "CL", 10),
    ]);
    const look = (product: "lithium" | "ore") =>
      call(kernel.app, visitor, loadSupply, { reporter: "NL", product, span: "year" });
    expect((await look("ore")).latest?.total).toBeCloseTo(13.6);
    expect((await look("lithium")).latest?.total).toBeCloseTo(23.6);
  });

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
      shares: [
        { source: "CL", share: 0.8 },
        { source: "AR", share: 0.2 },
      ],
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

  it("[SU8] [ME8] of a meeting cannot be taken away, and the secretariat alone reads it there", async () => {
    const heldAt = kernel.app.clock();
    const seated = await addOrganization(kernel);
    const delegate = await addMember(kernel, seated, { duties: ["delegate"] });
    const { publicId: meeting } = await call(kernel.app, officer, callMeeting, {
      ...{ title: "Supply", heldAt },
      seats: [seated.publicId],
    });
    const { publicId } = await call(kernel.app, officer, keepScenario, {
      name: "for the meeting",
      ask,
      meeting,
    });
    expect((await call(kernel.app, officer, listScenarios, {}))[0]).toMatchObject({
      meeting,
      meetingTitle: "Supply",
    });
    await expect(call(kernel.app, officer, dropScenario, { publicId })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const readBy = async (who: typeof officer) =>
      (await call(kernel.app, who, loadMeeting, { publicId: meeting })).kept.scenarios;
    expect((await readBy(officer)).map(({ name }) => name)).toEqual(["for the meeting"]);
    expect(await readBy(delegate.principal)).toEqual([]);
  });
});

describe("mining rights", () => {
  it("[MR1] many hold rights, few mine: all that are published are counted, drafts are not", async () => {
    const verbs = recordVerbs.miningRight;
    if (!verbs) throw new Error("no such register");
    const colleague = (await addOfficer(kernel)).principal;
    const keep = async (name: string, ...way: readonly (readonly [step: string, values?: object])[]) => {
      const values = { ...sampleValues(registers.miningRight as never, name), ecology: "none" };
      let at = await call(kernel.app, officer, verbs.save, {
        values,
        sources: [{ title: "a register" }],
      } as never);
      for (const [step, given] of way) {
        const { publicId, revision } = at;
        const who = ["publish", "enter"].includes(step) ? colleague : officer;
        const taken = { publicId, revision, step, ...(given && { values: given }) };
        at = { ...at, ...(await call(kernel.app, who, verbs.step, taken as never)) };
      }
    };
    const held = [["submit"], ["enter"]] as const;
    await keep("one", ...held, ["produce"]);
    await keep("two", ...held, ["idle", { idleReason: "altitude" }]);
    await keep("three", ...held);
    await keep("four", ["submit"], ["publish"], ["announce"]);
    await keep("five", ["submit"]);
    await keep("six", ...held, ["idle", { idleReason: "price" }], ["produce"]);
    expect(await call(kernel.app, visitor, countRights, {})).toEqual({
      phases: [
        { phase: "announced", count: 1 },
        { phase: "granted", count: 1 },
        { phase: "producing", count: 2 },
        { phase: "idle", count: 1 },
      ],
      ...{ held: 4, mined: 2, share: 1 / 2 },
      idle: [{ reason: "altitude", count: 1 }],
    });
  });
});

describe("where a concept comes from", () => {
  const read = (concept: string) => call(kernel.app, visitor, loadConceptSupply, { concept });

  it("[SU10] says which source sends most of it and whether that is more than the ceiling", async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, "0")}`);
    const rows = months.flatMap((month) => [
      rowOf(month, "AU", 80, { line: "253090", factor: 0.14 }),
      rowOf(month, "ZW", 20, { line: "253090", factor: 0.14 }),
    ]);
    await bring("CN", rows);
    const { imports, types } = await read("spodumene-conc");
    expect(types).toEqual(["spodumene", "hard_rock"]);
    expect(imports).toMatchObject({ product: "ore", isSingle: true, top: { source: "AU" } });
    expect(imports?.top.share).toBeCloseTo(0.8, 9);
    await call(kernel.app, officer, setCeiling, { percent: 85, reason: "A test of the ceiling." });
    expect((await read("spodumene-conc")).imports?.isSingle).toBe(false);
  });
  it("[SU10] has nothing to say of what is neither traded nor dug", async () => {
    expect(await read("flotation")).toEqual({
      imports: null,
      types: [],
      deposits: 0,
      projects: 0,
      cover: null,
    });
  });
});
