import type { BatchRow } from "@lilink/model/trace/batch";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMember, addOrganization, asRaw, codeOf, createTestKernel } from "../../../testing/index.ts";
import { call } from "../../kernel/call.ts";
import { listBatches } from "./list-batches.ts";
import { loadBatch } from "./load-batch.ts";
import { openBatch } from "./open-batch.ts";
import { saveBatch } from "./save-batch.ts";
import { stepBatch } from "./step-batch.ts";

const kernel = await createTestKernel();
const [firm, rivalFirm] = [await addOrganization(kernel), await addOrganization(kernel)];
const [recycler, rival] = [await addMember(kernel, firm), await addMember(kernel, rivalFirm)];
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
type Member = typeof recycler;

let serial = 0;
const head = () => ({
  number: `2026-${++serial}`,
  process: "hydrometallurgical" as const,
  custodyModel: "mass_balance" as const,
  openedOn: "2026-03-01",
});
const open = async (who: Member) => {
  const given = head();
  return { ...given, ...(await call(kernel.app, who.principal, openBatch, given)) };
};
type Opened = Awaited<ReturnType<typeof open>>;
const save = async (who: Member, batch: Opened, rows: readonly BatchRow[], version?: number) =>
  call(kernel.app, who.principal, saveBatch, {
    ...batch,
    version: version ?? (await load(who, batch.publicId)).version,
    uIn: 0.02,
    uOut: 0.01,
    handling: ["by_chemistry"],
    rows: rows as never,
  });
const load = (who: Member, publicId: string) => call(kernel.app, who.principal, loadBatch, { publicId });
const step = (who: Member, publicId: string, name: string, reason?: string) =>
  call(kernel.app, who.principal, stepBatch, { publicId, step: name as never, ...(reason && { reason }) });

const input = (name: string, kg = 1000): BatchRow => ({
  side: "input",
  kind: "lot",
  name,
  kg,
  assay: { Li: 0.042 },
  channel: "formal",
});
const product: BatchRow = {
  side: "product",
  kind: "product",
  name: "Li2CO3",
  kg: 205,
  assay: { Li: 0.1879 },
};
const waste = (kind: "hydrogen_fluoride" | "electrolyte" | "process_liquor", kg: number): BatchRow => ({
  side: "waste",
  kind,
  name: kind,
  kg,
  assay: kind === "process_liquor" ? { Li: 0.0042 } : {},
  treatment: "own_plant",
});
const wastes = [
  waste("hydrogen_fluoride", 5),
  waste("electrolyte", 40),
  { ...waste("process_liquor", 750), assay: { Li: 0.0042 } },
];

describe("a batch", () => {
  it("[TR42] [TR43] refuses its balance and names the streams that are missing, until they are there", async () => {
    const batch = await open(recycler);
    await save(recycler, batch, [input("BM-1"), product]);
    expect((await load(recycler, batch.publicId)).closedOn).toBeNull();
    await step(recycler, batch.publicId, "close");
    expect((await load(recycler, batch.publicId)).closedOn).not.toBeNull();
    expect((await load(recycler, batch.publicId)).judged.faults).toEqual([
      ...["hydrogen_fluoride", "electrolyte", "process_liquor"].map((stream) => ({
        rule: "streamMissing",
        stream,
      })),
      { rule: "notClosed", element: "Li" },
      { rule: "massNotClosed" },
    ]);
    expect(await codeOf(step(recycler, batch.publicId, "balance"))).toBe("INVALID_INPUT");
    await save(recycler, batch, [input("BM-1"), product, ...wastes]);
    const { judged } = await load(recycler, batch.publicId);
    expect(judged.faults).toEqual([]);
    expect(judged.elements[0]?.recovery).toBeCloseTo(0.917131, 5);
    expect(judged.elements[0]?.probability).toBeCloseTo(0.798, 2);
    expect(await step(recycler, batch.publicId, "balance")).toEqual({ state: "balanced" });
    expect(await codeOf(save(recycler, batch, []))).toBe("WRONG_STATE");
  });

  it("[TR43] an officer of another body audits; its owner and strangers do not", async () => {
    const batch = await open(recycler);
    await save(recycler, batch, [input("BM-2"), product, ...wastes]);
    expect(await codeOf(load(officer, batch.publicId))).toBe("NOT_FOUND");
    await step(recycler, batch.publicId, "close");
    await step(recycler, batch.publicId, "balance");
    expect(await codeOf(step(recycler, batch.publicId, "audit", "All is well."))).toBe("FORBIDDEN");
    expect(await codeOf(step(rival, batch.publicId, "audit", "All is well."))).toBe("NOT_FOUND");
    expect(await codeOf(step(officer, batch.publicId, "audit"))).toBe("INVALID_INPUT");
    expect(await step(officer, batch.publicId, "return", "Weigh the liquor again.")).toEqual({
      state: "closed",
    });
    await step(recycler, batch.publicId, "balance");
    expect(await step(officer, batch.publicId, "audit", "Slips were read.")).toEqual({ state: "audited" });
    expect((await load(recycler, batch.publicId)).reason).toBe("Slips were read.");
  });

  it("[TR44] a lot that two recyclers claim is spent by the first; the other hears it and is not told whose", async () => {
    const [mine, theirs] = [await open(recycler), await open(rival)];
    await save(recycler, mine, [input("BM-3"), product, ...wastes]);
    expect(await save(rival, theirs, [input("BM-3"), input("BM-4", 10)])).toMatchObject({
      spentElsewhere: ["BM-3"],
    });
    expect((await load(rival, theirs.publicId)).judged.faults).toContainEqual({
      rule: "lotElsewhere",
      name: "BM-3",
    });
    await save(recycler, mine, [input("BM-5"), product, ...wastes]);
    expect(await save(rival, theirs, [input("BM-3")])).toMatchObject({ spentElsewhere: [] });
  });

  it("[TR43] a stale version, a wrong code and a number of one's own used twice are refused", async () => {
    const batch = await open(recycler);
    await save(recycler, batch, []);
    expect(await codeOf(save(recycler, batch, [], 1))).toBe("CONFLICT");
    expect(await codeOf(save(recycler, batch, [{ ...input("no code"), kind: "code" }]))).toBe(
      "INVALID_INPUT",
    );
    expect(await codeOf(save(recycler, batch, [input("BM-6"), input("BM-6")]))).toBe("INVALID_INPUT");
    expect(
      await codeOf(call(kernel.app, recycler.principal, openBatch, { ...head(), number: batch.number })),
    ).toBe("INVALID_INPUT");
  });
});

describe("a battery in a batch", () => {
  it("[TR43] is warned of while no event says that it went in; the warning stands in no way", async () => {
    const batch = await open(recycler);
    const code = "ZZ1PB01A1B2C3DC5H0000777";
    await save(recycler, batch, [{ ...input(code), kind: "code" }, product, ...wastes]);
    const { judged } = await load(recycler, batch.publicId);
    expect([judged.faults, judged.warnings]).toEqual([[], [{ rule: "notTold", name: code }]]);
  });
});

describe("the walls of batches", () => {
  it("[TR45] nobody reads another's open batch, its rows or its lots, whatever is asked on a bare connection", async () => {
    const batch = await open(recycler);
    await save(recycler, batch, [input("BM-9"), product]);
    for (const table of ["recycling_batch", "batch_row", "batch_lot"]) {
      const select = `select 1 from ${table} where org_id = '${firm.id}'`;
      expect([table, await asRaw(kernel, recycler, select)]).toEqual([table, "done"]);
      expect([table, await asRaw(kernel, rival, select)]).toEqual([table, "nothing"]);
    }
    const listed = await call(kernel.app, rival.principal, listBatches, {});
    expect(listed.items.every(({ isOwn }) => isOwn)).toBe(true);
  });

  it("[TR44] whoever claims in whatever order, each lot is spent once", async () => {
    const batches = [await open(recycler), await open(rival), await open(recycler)];
    const owners = [recycler, rival, recycler];
    const claim = fc.record({
      batch: fc.nat({ max: 2 }),
      lots: fc.uniqueArray(fc.constantFrom("P-1", "P-2", "P-3", "P-4"), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 6 }), async (claims) => {
        const holder = new Map<string, number>();
        const isHeld = (lot: string, batch: number) => holder.get(lot) === batch;
        for (const batch of batches.keys()) await save(owners[batch] as Member, batches[batch] as Opened, []);
        for (const { batch, lots } of claims) {
          const said = await save(
            owners[batch] as Member,
            batches[batch] as Opened,
            lots.map((lot) => input(lot)),
          );
          for (const [lot, by] of holder)
            if (by === batch && !lots.some((one) => one === lot)) holder.delete(lot);
          for (const lot of lots) if (!holder.has(lot)) holder.set(lot, batch);
          expect([...said.spentElsewhere].sort()).toEqual(lots.filter((lot) => !isHeld(lot, batch)).sort());
        }
      }),
      { numRuns: 8 },
    );
  });
});
