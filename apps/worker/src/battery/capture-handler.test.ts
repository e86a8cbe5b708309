import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { toCsv, writeWorkbook } from "@lilink/documents";
import { readGuarded } from "@lilink/documents/intake";
import { call, callJob, takeCapture } from "@lilink/services";
import { addMember, addOrganization, createTestKernel } from "@lilink/services/testing";
import { loadBattery, loadCapture, readCaptureFile, startCapture } from "@lilink/services/verbs";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaptureHandler } from "./capture-handler.ts";

const built = mkdtempSync(join(tmpdir(), "lilink-capture-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));
const thread = pathToFileURL(join(built, "read-table-thread.mjs"));
const kernel = await createTestKernel();
const maker = await addMember(kernel, await addOrganization(kernel));
const other = await addOrganization(kernel);
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "../return/read-table-thread.ts")],
    outfile: fileURLToPath(thread),
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: 'import { createRequire as r } from "node:module"; const require = r(import.meta.url);' },
  });
});

type Cells = readonly (readonly string[])[];
const csvOf = ([head = [], ...rows]: Cells) => new TextEncoder().encode(toCsv(head, rows));
const xlsxOf = async ([head = [], ...rows]: Cells) =>
  new Uint8Array(
    await buffer(
      writeWorkbook([
        { name: "a", columns: head.map((header) => ({ header, kind: "text" as const })), rows },
      ]),
    ),
  );

async function send(kind: "unit" | "event", name: string, bytes: Uint8Array<ArrayBuffer>) {
  const sent = await call(kernel.app, maker.principal, startCapture, { kind, name, bytes, locale: "en" });
  const job = { id: kernel.app.newId(), name: "battery.take" };
  await createCaptureHandler(kernel.worker, thread)({ captureId: sent.id }, job);
  return call(kernel.app, maker.principal, loadCapture, { publicId: sent.publicId });
}
let serial = 0;
const nextCode = () => `ZZ1PB01A1B2C3DC5H${String(++serial).padStart(7, "0")}`;

describe("files of batteries", () => {
  it("[TR34] takes good codes, gives the file back with faults in words, and a re-send changes nothing", async () => {
    const [one, two, three] = [nextCode(), nextCode(), nextCode()];
    const file = csvOf([
      ["Code", "Nominal kWh"],
      [one, "52.5"],
      ["ZZ1PB01A1B2C3DC2Y0000001", "52.5"],
      [two.toLowerCase(), "much"],
      [two, "50"],
      [three, "2000000"],
    ]);
    const first = await send("unit", "codes.csv", file);
    expect(first).toMatchObject({ state: "faulty", taken: 2, faults: 3, isMarked: true });
    expect(first.answers).toEqual(["ok", "fault", "fault", "ok", "fault"]);
    expect(first.firstFaults.map(({ row }) => row)).toEqual([3, 4, 6]);
    const { bytes } = await call(kernel.app, maker.principal, readCaptureFile, { publicId: first.publicId });
    const table = await readGuarded(bytes, "marked.xlsx", { entry: thread });
    const rows: (readonly string[])[] = [];
    for await (const piece of table.pieces) rows.push(...piece.map(({ cells }) => cells));
    expect(rows.map((cells) => cells[2] ?? "")).toEqual([
      "Faults",
      "",
      expect.stringContaining("Code"),
      "Nominal kWh must be a number, for example 99.5: enter digits only.",
      "",
      "Nominal kWh may not be above 1000000: enter a smaller value.",
    ]);
    const again = await send("unit", "codes.csv", file);
    expect(again).toMatchObject({ taken: 0, known: 2, faults: 3 });
    expect((await call(kernel.app, maker.principal, loadBattery, { code: one })).unit?.kwh).toBe("52.5");
  });

  it("[TR34] takes events by words of either language from a workbook, each with its verdict", async () => {
    const code = nextCode();
    const sent = await send(
      "event",
      "events.xlsx",
      await xlsxOf([
        ["编码", "事件", "发生日", "车辆号", "接收方编号", "省份"],
        [code, "制造", "2022-05-17", "", "", "360000"],
        [code, "fit", "2022-06-01", "V1", "", "36"],
        [code, "Handed over", "2022-07-01", "", other.publicId, ""],
        [code, "destroyed twice", "2022-07-01", "", "", ""],
        [code, "Fitted", "2022-13-01", "V1", "", ""],
        [code, "Fitted", "2022-05-01", "V1", "", ""],
      ]),
    );
    expect(sent.answers).toEqual(["ok", "ok", "ok", "fault", "fault", "impossible"]);
    expect(sent.firstFaults.map(({ at, field }) => [at, field])).toEqual([
      [3, "verb"],
      [4, "at"],
      [5, "verb"],
    ]);
  });

  it("[TR34] a file without headings, or of another kind, is refused with the reason", async () => {
    expect(await send("event", "a.csv", csvOf([["one", "two"]]))).toMatchObject({
      state: "refused",
      refusal: "noHeading",
    });
    expect(await send("unit", "a.xlsx", csvOf([["Code"], [nextCode()]]))).toMatchObject({ state: "refused" });
  });

  it("[TR33] a worker that dies midway has told nothing, and the next tells all of it once", async () => {
    const code = nextCode();
    const rows = [
      { row: 2, values: { verb: "make", code, at: "2022-05-17" } },
      { row: 3, values: { verb: "fit", code, at: "2022-06-01", vehicle: "V1" } },
    ];
    const sent = await call(kernel.app, maker.principal, startCapture, {
      ...{ kind: "event", name: "a.csv", locale: "en" },
      bytes: csvOf([
        ["Code", "Event", "Day", "Vehicle number"],
        [code, "make", "2022-05-17", ""],
        [code, "fit", "2022-06-01", "V1"],
      ]),
    });
    const job = { id: kernel.app.newId(), name: "battery.take" };
    let dies = true;
    const dying = takeCapture({
      read: async function* () {
        yield rows;
        if (dies) throw new Error("the worker died");
      },
      mark: () => Promise.reject(new Error("nothing is at fault")),
    });
    await expect(callJob(kernel.worker, job, dying, { captureId: sent.id })).rejects.toThrow();
    const waiting = await call(kernel.app, maker.principal, loadCapture, { publicId: sent.publicId });
    expect(waiting).toMatchObject({ state: "waiting", taken: 0 });
    dies = false;
    await createCaptureHandler(kernel.worker, thread)({ captureId: sent.id }, job);
    await createCaptureHandler(kernel.worker, thread)({ captureId: sent.id }, job);
    const done = await call(kernel.app, maker.principal, loadCapture, { publicId: sent.publicId });
    expect(done).toMatchObject({ state: "done", taken: 2, known: 0 });
    const life = await call(kernel.app, maker.principal, loadBattery, { code });
    expect(life.events.map(({ verb }) => verb)).toEqual(["make", "fit"]);
  });
});
