import { describe, expect, it } from "vitest";
import { addMember, addOrganization, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { recordVerbs } from "../../record/record-verbs.ts";
import { openBatch } from "../batch/open-batch.ts";
import { saveBatch } from "../batch/save-batch.ts";
import { stepBatch } from "../batch/step-batch.ts";
import { loadRates } from "./load-rates.ts";
import { askRates, publishRates } from "./publish-rates.ts";
import { loadOutlook, saveSales } from "./sales.ts";

const kernel = await createTestKernel();
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const firm = await addMember(kernel, await addOrganization(kernel));
kernel.setNow(new Date("2026-06-01T02:00:00Z"));

/** A balanced batch of another recycler that closed in 2025; of `kg` of black mass with 4.2 % lithium, `share` comes out. */
async function addBatch(kg: number, share: number) {
  const { principal } = await addMember(kernel, await addOrganization(kernel));
  const head = {
    number: "B-1",
    process: "hydrometallurgical" as const,
    custodyModel: "mass_balance" as const,
    openedOn: "2025-03-01",
  };
  const { publicId } = await call(kernel.app, principal, openBatch, head);
  const lithium = kg * 0.042;
  const waste = (kind: "hydrogen_fluoride" | "electrolyte" | "process_liquor", part: number, li = 0) => ({
    side: "waste" as const,
    kind,
    name: kind,
    kg: part,
    assay: part > 0 ? { Li: li / part } : {},
    treatment: "own_plant" as const,
  });
  await call(kernel.app, principal, saveBatch, {
    ...head,
    publicId,
    version: 1,
    handling: [],
    rows: [
      { side: "input", kind: "lot", name: `BM-${publicId}`, kg, assay: { Li: 0.042 } },
      {
        side: "product",
        kind: "product",
        name: "carbonate",
        kg: kg / 4,
        assay: { Li: (lithium * share) / (kg / 4) },
      },
      waste("hydrogen_fluoride", kg / 4),
      waste("electrolyte", kg / 4),
      waste("process_liquor", kg / 4, lithium * (1 - share)),
    ],
  });
  await call(kernel.app, principal, stepBatch, { publicId, step: "close", closedOn: "2025-04-01" });
  await call(kernel.app, principal, stepBatch, { publicId, step: "balance" });
}

const publish = () =>
  callJob(kernel.worker, { id: kernel.app.newId(), name: "rate.publish" }, publishRates, {});
const read = () => call(kernel.app, { kind: "anonymous" }, loadRates, {});

describe("the three rates", () => {
  it("[TR91] are kept back below ten bodies, then published as series of their own and never mixed", async () => {
    for (let at = 0; at < 9; at++) await addBatch(1000, 0.9);
    expect(await publish()).toMatchObject({ added: [] });
    await addBatch(1000, 0.8);
    expect((await read()).publishedOn).toBeNull();
    expect(await codeOf(call(kernel.app, firm.principal, askRates, {}))).toBe("FORBIDDEN");
    expect(await codeOf(call(kernel.app, officer.principal, askRates, {}))).toBe("done");
    expect(await publish()).toMatchObject({ added: ["BAT-recovery-Li"], figures: 1 });
    const { figures, publishedOn } = await read();
    expect(publishedOn).toBe("2026-06-01");
    expect(figures.filter(({ value }) => value !== null)).toEqual([
      { rate: "Li", year: 2025, value: 0.89, bodies: 10 },
    ]);
  });

  it("[TR91] are kept back where two bodies hold more than four fifths", async () => {
    await addBatch(400_000, 0.9);
    await addBatch(400_000, 0.9);
    kernel.setNow(new Date("2026-06-02T02:00:00Z"));
    expect(await publish()).toMatchObject({ added: [] });
  });
});

describe("conformity", () => {
  const percent = (value: number) => ({
    value: String(value),
    low: null,
    high: null,
    unit: "%",
    basis: null,
  });
  const tonnes = { value: "900", low: null, high: null, unit: "t/a", basis: null };
  const whole = {
    nickelRecovery: percent(98.5),
    powderRecovery: percent(98.4),
    powderAluminium: percent(1.2),
    powderCopper: percent(0.6),
    energy: { value: "2100", low: null, high: null, unit: "kgce/t LCE", basis: null },
    repairRoute: false,
    waterReuse: percent(93),
  };
  const verbs = recordVerbs.conformityClaim;
  /** A listed recycler of its own firm with this lithium recovery; without one it cannot be told. */
  const list = async (place: number, lithium: number | null) => {
    if (!verbs) throw new Error("no such register");
    const { principal } = await addMember(kernel, await addOrganization(kernel));
    const saved = await call(kernel.app, principal, verbs.save, {
      values: {
        site: { zh: `厂 ${place}`, en: `Works ${place}` },
        qualification: "recycling",
        province: "42",
        capacity: tonnes,
        evidenceUntil: "2028-01-01",
        ...whole,
        ...(lithium !== null && { lithiumRecovery: percent(lithium) }),
      },
    } as never);
    let { revision } = saved;
    for (const [who, step, reason] of [
      [principal, "submit", undefined],
      [officer.principal, "announce", undefined],
      [officer.principal, "list", "Nobody objected."],
    ] as const)
      ({ revision } = await call(kernel.app, who, verbs.step, {
        publicId: saved.publicId,
        step,
        revision,
        reason,
      } as never));
  };

  it("[TR96] is told of ten firms as a band from what is met to what may be", async () => {
    for (let place = 0; place < 9; place++) await list(place, place < 6 ? 91 : 85);
    kernel.setNow(new Date("2026-06-03T02:00:00Z"));
    await publish();
    expect((await read()).conformity).toBeNull();
    await list(9, null);
    kernel.setNow(new Date("2026-06-04T02:00:00Z"));
    await publish();
    expect((await read()).conformity).toEqual({ low: 60, high: 70, firms: 10 });
    // The same day with other figures changes no edition.
    await list(10, 91);
    expect(await publish()).toMatchObject({ added: [] });
    expect((await read()).conformity).toEqual({ low: 60, high: 70, firms: 10 });
  });
});

describe("the forecast", () => {
  it("[TR93] stands on sales that an officer brings in, and says the vector of the cohorts", async () => {
    const rows = [10, 20, 40, 50, 60].map((gwh, at) => ({
      year: 2016 + at,
      province: "44",
      chemistry: "other" as const,
      gwh,
    }));
    expect(await codeOf(call(kernel.app, firm.principal, saveSales, { source: "x", rows }))).toBe(
      "FORBIDDEN",
    );
    await call(kernel.app, officer.principal, saveSales, { source: "a table", rows });
    const outlook = await call(kernel.app, { kind: "anonymous" }, loadOutlook, {});
    expect(outlook).toMatchObject({ sales: 5, soldGwh: 180, sources: ["a table"] });
    expect(outlook.years.find(({ year }) => year === 2025)?.middle).toBeCloseTo(23.165088 * 7, 4);
    expect(outlook.loads.find(({ province }) => province === "44")).toMatchObject({ licensed: 0 });
    expect(outlook.loads.find(({ province }) => province === "42")?.licensed).toBeCloseTo(9.9, 9);
    const none = await call(kernel.app, { kind: "anonymous" }, loadOutlook, { province: "11" });
    expect(none.years.every(({ middle }) => middle === 0)).toBe(true);
  });
});
