import { membership, returnEvent, returnForm, returnImport, returnValue } from "@lilink/db/schema";
import { FileRefusal, type TableRow, type TableSheet } from "@lilink/model/file";
import type { FaultyRow } from "@lilink/model/return/file";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
} from "../../../testing/index.ts";
import { sweepFiles } from "../../exchange/attachment/sweep-files.ts";
import { call, callJob } from "../../kernel/call.ts";
import { saveValues } from "../return/save-values.ts";
import { importReturnFile, type ReturnFileReader } from "./import-file.ts";
import { cancelImport, listImports, readImportFile } from "./list-imports.ts";
import { reportImport } from "./report-import.ts";
import { startImport } from "./start-import.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app, owner, worker } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"], province: "36" });
const filer = await addMember(kernel, firm);
const colleague = await addMember(kernel, firm, { role: "editor" });
const viewer = await addMember(kernel, firm, { role: "viewer" });
const rival = await addMember(kernel, await addOrganization(kernel, { links: ["smelting"], province: "36" }));
const own36 = await addMember(kernel, await addOrganization(kernel, { kind: "regulator", province: "36" }));

const periods = ["2026Q3", "2026Q2", "2026Q1", "2025Q4", "2025Q3", "2025Q2", "2025Q1"];
const forms = new Map<string, typeof returnForm.$inferSelect>();
beforeAll(async () => {
  for (const period of periods) {
    const round = await openTestRound(kernel, officer, period);
    forms.set(period, await round.formOf(firm, "smelting.quarterly"));
  }
});
const formOf = (period: string) => {
  const form = forms.get(period);
  if (!form) throw new Error(period);
  return form;
};

const head = ["component", "site", "lithium_salt", "salt_route", "unit", "value", "revision"];
const output = (value: string, site = "", revision = "") => [
  "lithium_salt_output",
  site,
  "li2co3-batt",
  "spodumene",
  "t LCE",
  value,
  revision,
];

type Given = {
  rows: readonly (readonly string[])[];
  sheets?: readonly TableSheet[];
  refusal?: FileRefusal;
};
const marked: (readonly FaultyRow[])[] = [];

/** Reads what a test holds in its hand, in pieces of a thousand rows; `between` runs after each. */
function readerOf(
  { rows, sheets, refusal }: Given,
  between: () => Promise<unknown> = async () => undefined,
): ReturnFileReader {
  return {
    open: async () => {
      if (refusal) throw refusal;
      const all = rows.map((cells, at): TableRow => ({ sheet: 0, row: at + 1, cells, faults: [] }));
      const pieces = async function* () {
        for (let at = 0; at < all.length; at += 1000) {
          yield all.slice(at, at + 1000);
          await between();
        }
      };
      const about = sheets ?? [{ name: "t", hidden: false }];
      return {
        kind: "xlsx",
        sheets: about,
        rowsAbout: all.length,
        pieces: pieces(),
        close: async () => undefined,
      };
    },
    mark: async (_file, faults, locale) => {
      marked.push(faults);
      return new Uint8Array(Buffer.from(`marked ${locale}`));
    },
  };
}

const send = (period: string, replace = false, who = filer) =>
  call(app, who.principal, startImport, {
    publicId: formOf(period).publicId,
    name: "../数 据.xlsx",
    bytes: new Uint8Array([1]),
    replace,
  });
const job = (reader: ReturnFileReader) =>
  importReturnFile(reader, (report) =>
    call(worker, { kind: "job", job: "return.import" }, reportImport, report),
  );
const work = (importId: string, reader: ReturnFileReader, id = app.newId()) =>
  callJob(worker, { id, name: "return.import" }, job(reader), { importId });
async function bring(period: string, given: Given, replace = false) {
  const { id } = await send(period, replace);
  await work(id, readerOf(given));
  const [row] = await owner.select().from(returnImport).where(eq(returnImport.id, id));
  if (!row) throw new Error("no import");
  return row;
}
const valuesOf = async (period: string) =>
  (
    await owner
      .select()
      .from(returnValue)
      .where(eq(returnValue.formId, formOf(period).id))
  )
    .map(({ site, raw, value, revision, changedBy }) => ({ site, raw, value, revision, changedBy }))
    .sort((a, b) => (a.site < b.site ? -1 : 1));
const many = (count: number) => Array.from({ length: count }, (_, at) => output(String(at), `厂${at}`));

describe("the file of a return", () => {
  it("[RT13] is imported whole: every figure, in the name of its sender", async () => {
    const rows = [["某某公司"], head, output("1,200.5", "一厂"), output("", "x"), output("0.5万", "二厂")];
    const row = await bring("2026Q3", { rows });
    expect(row).toMatchObject({
      state: "done",
      rowsDone: 5,
      rowsTotal: 5,
      fileName: "数 据.xlsx",
      faults: 0,
    });
    expect(await valuesOf("2026Q3")).toMatchObject([
      { site: "一厂", raw: "1,200.5", value: "1200.5", revision: 1, changedBy: filer.personId },
      { site: "二厂", raw: "0.5万", value: "5000", revision: 1, changedBy: filer.personId },
    ]);
    const [form] = await owner
      .select()
      .from(returnForm)
      .where(eq(returnForm.id, formOf("2026Q3").id));
    expect(form?.state).toBe("draft");
    const [event] = await owner
      .select()
      .from(returnEvent)
      .where(eq(returnEvent.formId, formOf("2026Q3").id));
    expect(event).toMatchObject({ kind: "imported", text: "数 据.xlsx", byPerson: filer.personId });
  });

  it("[RT13] is taken over whole or not at all, and comes back with every fault in the person's language", async () => {
    const rows = [
      head,
      output("1"),
      output("2", "", "").with(0, "nothing"),
      output("3"),
      output("1,23", "三厂"),
    ];
    const row = await bring("2026Q2", { rows });
    expect(row).toMatchObject({ state: "faulty", faults: 3 });
    expect(marked.at(-1)?.map((one) => [one.row, one.faults.map(({ rule }) => rule)])).toEqual([
      [3, ["componentUnknown"]],
      [4, ["duplicate"]],
      [5, ["separators"]],
    ]);
    expect(await valuesOf("2026Q2")).toEqual([]);
    const { items } = await call(app, filer.principal, listImports, { publicId: formOf("2026Q2").publicId });
    expect(items[0]?.firstFaults.map(({ row: at, rule, field }) => [at, rule, head.includes(field)])).toEqual(
      [
        [3, "componentUnknown", true],
        [4, "duplicate", true],
        [5, "separators", true],
      ],
    );
    const ref = { publicId: formOf("2026Q2").publicId, import: row.publicId };
    const file = await call(app, filer.principal, readImportFile, { ...ref, which: "marked" });
    expect(Buffer.from(file.bytes).toString()).toBe("marked zh-CN");
    expect(await call(app, colleague.principal, readImportFile, { ...ref, which: "original" })).toMatchObject(
      {
        name: "数 据.xlsx",
      },
    );
    const [form] = await owner
      .select()
      .from(returnForm)
      .where(eq(returnForm.id, formOf("2026Q2").id));
    expect(form?.state).toBe("open");
  });

  it("[RT13] is refused by a rule that is kept with what it speaks of", async () => {
    const meta = (publicId: string, version: string): Given => ({
      sheets: [{ name: "_lilink", hidden: true }],
      rows: [
        ["return", publicId],
        ["version", version],
      ],
    });
    expect(await bring("2026Q2", { rows: [["a", "b"]] })).toMatchObject({
      state: "refused",
      refusal: "noHeading",
    });
    expect(await bring("2026Q2", { rows: [head, output("")] })).toMatchObject({ refusal: "noFigures" });
    expect(await bring("2026Q2", { rows: [[...head, "value"], output("1")] })).toMatchObject({
      refusal: "headingTwice",
      refusalParams: { heading: "value" },
    });
    expect(await bring("2026Q2", meta("x", "1"))).toMatchObject({ refusal: "noHeading" });
    const refusal = new FileRefusal("tooManyRows", { max: 5 });
    expect(await bring("2026Q2", { rows: [], refusal })).toMatchObject({
      refusal: "tooManyRows",
      refusalParams: { max: 5 },
    });
  });

  it("[RT13] made for another return or version is refused", async () => {
    const sheets = [
      { name: "t", hidden: false },
      { name: "_lilink", hidden: true },
    ];
    const given = (publicId: string, version: string) => ({
      rows: [head, output("1")],
      sheets,
      meta: [publicId, version],
    });
    for (const [publicId, version, refusal] of [
      ["other", "1", "otherReturn"],
      [formOf("2026Q2").publicId, "2", "otherVersion"],
    ] as const) {
      const { id } = await send("2026Q2");
      const base = readerOf(given(publicId, version));
      const reader: ReturnFileReader = {
        ...base,
        open: async (file) => {
          const table = await base.open(file);
          const said = [
            ["return", publicId],
            ["version", version],
          ];
          const pieces = async function* () {
            yield* table.pieces;
            yield said.map((cells, at): TableRow => ({ sheet: 1, row: at + 1, cells, faults: [] }));
          };
          return { ...table, pieces: pieces() };
        },
      };
      await work(id, reader);
      const [row] = await owner.select().from(returnImport).where(eq(returnImport.id, id));
      expect(row).toMatchObject({ state: "refused", refusal });
    }
  });

  it("[RT10] [RT13] writes over nothing that somebody typed meanwhile, unless it is asked to", async () => {
    const { publicId } = formOf("2026Q1");
    const typed = { component: "lithium_salt_output", place: ["li2co3-batt", "spodumene"], unit: "" };
    const type = (raw: string, revision: number) =>
      call(app, colleague.principal, saveValues, {
        publicId,
        version: 1,
        values: [{ ...typed, raw, revision }],
      });
    await type("10", 0);
    expect(await bring("2026Q1", { rows: [head, output("10")] })).toMatchObject({ state: "done" });
    expect(await bring("2026Q1", { rows: [head, output("11"), output("5", "新厂")] })).toMatchObject({
      state: "faulty",
      faults: 1,
    });
    expect(marked.at(-1)?.[0]?.faults[0]).toMatchObject({
      rule: "differs",
      params: { mine: "11 t LCE", theirs: "10" },
    });
    expect(await valuesOf("2026Q1")).toHaveLength(1);
    const [current] = await valuesOf("2026Q1");
    const revision = String(current?.revision);
    expect(await bring("2026Q1", { rows: [head, output("12", "", revision)] })).toMatchObject({
      state: "done",
    });
    expect(await bring("2026Q1", { rows: [head, output("13", "", revision)] })).toMatchObject({
      state: "faulty",
    });
    expect(await bring("2026Q1", { rows: [head, output("13")] }, true)).toMatchObject({ state: "done" });
    expect(await valuesOf("2026Q1")).toMatchObject([{ value: "13", changedBy: filer.personId }]);
  });
});

describe("a large file", () => {
  it("[RT13] shows how far it is while it runs, and stops where a person says so", async () => {
    const { id, publicId } = await send("2025Q4");
    const form = formOf("2025Q4");
    const seen: (number | null)[] = [];
    const reader = readerOf({ rows: [head, ...many(6000)] }, async () => {
      const { items } = await call(app, filer.principal, listImports, { publicId: form.publicId });
      seen.push(items[0]?.rowsDone ?? null);
      if (seen.length <= 4) expect(items[0]).toMatchObject({ state: "running", rowsTotal: 6001 });
      if (seen.length === 4)
        await call(app, colleague.principal, cancelImport, { publicId: form.publicId, import: publicId });
    });
    await work(id, reader);
    expect(seen.slice(0, 4)).toEqual([0, 2000, 2000, 4000]);
    const { items } = await call(app, filer.principal, listImports, { publicId: form.publicId });
    expect(items[0]).toMatchObject({ state: "cancelled" });
    expect(await valuesOf("2025Q4")).toEqual([]);
    await expect(
      call(app, filer.principal, cancelImport, { publicId: form.publicId, import: publicId }),
    ).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  it("[RT13] stopped in its last moment leaves nothing", async () => {
    const { id, publicId } = await send("2025Q3");
    const form = formOf("2025Q3");
    const reader = readerOf({ rows: [head, output("1")] });
    let reports = 0;
    const stopping = importReturnFile(reader, async (report) => {
      const answer = await call(worker, { kind: "job", job: "return.import" }, reportImport, report);
      reports += 1;
      if (reports === 3)
        await call(app, filer.principal, cancelImport, { publicId: form.publicId, import: publicId });
      return answer;
    });
    await callJob(worker, { id: app.newId(), name: "return.import" }, stopping, { importId: id });
    expect(await valuesOf("2025Q3")).toEqual([]);
    const [row] = await owner.select().from(returnImport).where(eq(returnImport.id, id));
    expect(row?.state).toBe("cancelled");
  });

  it("[RT13] leaves nothing when its worker dies, and is done once by the next, however often it is delivered", async () => {
    const { id } = await send("2025Q2");
    const jobId = app.newId();
    const dying = readerOf({ rows: [head, ...many(3000)] }, async () => {
      throw new Error("the worker is gone");
    });
    await expect(work(id, dying, jobId)).rejects.toThrow();
    expect(await valuesOf("2025Q2")).toEqual([]);
    const [row] = await owner.select().from(returnImport).where(eq(returnImport.id, id));
    expect(row?.state).toBe("running");
    const reader = readerOf({ rows: [head, ...many(3000)] });
    await work(id, reader, jobId);
    await work(id, reader, jobId);
    await work(id, reader);
    const values = await valuesOf("2025Q2");
    expect(values).toHaveLength(3000);
    expect(values.every(({ revision }) => revision === 1)).toBe(true);
  });
});

describe("who may send one", () => {
  it("[RT7] [RT13] are the return's own filers, one at a time, while it is open for typing", async () => {
    const form = formOf("2025Q1");
    const first = await send("2025Q1");
    await expect(send("2025Q1")).rejects.toMatchObject({ code: "CONFLICT" });
    for (const [who, code] of [
      [viewer, "NOT_FOUND"],
      [rival, "NOT_FOUND"],
      [own36, "NOT_FOUND"],
    ] as const) {
      await expect(send("2025Q1", false, who)).rejects.toMatchObject({ code });
      const ref = { publicId: form.publicId, import: first.publicId };
      await expect(call(app, who.principal, listImports, { publicId: form.publicId })).rejects.toMatchObject({
        code,
      });
      await expect(
        call(app, who.principal, readImportFile, { ...ref, which: "original" }),
      ).rejects.toMatchObject({ code });
      await expect(call(app, who.principal, cancelImport, ref)).rejects.toMatchObject({ code });
    }
    await work(first.id, readerOf({ rows: [head, output("1")] }));
    await owner.update(returnForm).set({ state: "submitted" }).where(eq(returnForm.id, form.id));
    await expect(send("2025Q1")).rejects.toMatchObject({ code: "WRONG_STATE" });
  });

  it("[PE3] [RT13] must still be so when the file is read", async () => {
    const left = await addMember(kernel, firm, { role: "editor" });
    const { id } = await send("2026Q2", false, left);
    await owner.update(membership).set({ active: false }).where(eq(membership.personId, left.personId));
    await work(id, readerOf({ rows: [head, output("1")] }));
    const [row] = await owner.select().from(returnImport).where(eq(returnImport.id, id));
    expect(row).toMatchObject({ state: "refused", refusal: "notFiler" });
    expect(await valuesOf("2026Q2")).toEqual([]);
  });

  it("[PO10] [RT13] keeps the bytes of files that imports name", async () => {
    const start = app.clock();
    const [row] = await owner.select().from(returnImport).where(eq(returnImport.state, "faulty"));
    kernel.setNow(new Date(Date.now() + 8 * 86_400_000));
    await callJob(worker, { id: app.newId(), name: "attachment.sweep" }, sweepFiles, {});
    kernel.setNow(start);
    expect(await app.files.read(row?.fileId ?? "", row?.sha256 ?? "")).toHaveLength(1);
    expect(await app.files.read(row?.markedFileId ?? "", row?.markedSha256 ?? "")).toHaveLength(
      "marked zh-CN".length,
    );
  });
});
