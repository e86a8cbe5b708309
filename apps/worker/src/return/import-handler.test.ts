import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Cell, type FiguresOf, toTemplate, writeWorkbook } from "@lilink/documents";
import { readGuarded } from "@lilink/documents/intake";
import {
  call,
  listImports,
  listReturnFigures,
  loadReturn,
  loadReturnTemplate,
  readImportFile,
  startImport,
} from "@lilink/services";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
} from "@lilink/services/testing";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createImportHandler } from "./import-handler.ts";

const built = mkdtempSync(join(tmpdir(), "lilink-read-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));
const thread = pathToFileURL(join(built, "read-table-thread.mjs"));
const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { app } = kernel;
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"], province: "36" });
const filer = await addMember(kernel, firm);
let publicId = "";
beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, "read-table-thread.ts")],
    outfile: fileURLToPath(thread),
    bundle: true,
    platform: "node",
    format: "esm",
    banner: { js: 'import { createRequire as r } from "node:module"; const require = r(import.meta.url);' },
  });
  const round = await openTestRound(kernel, officer, "2026Q3");
  ({ publicId } = await round.formOf(firm, "smelting.quarterly"));
});

/** Sends a file, has it worked off, and answers what became of it. */
async function send(bytes: Uint8Array, name: string) {
  const { id } = await call(app, filer.principal, startImport, { publicId, name, bytes });
  await createImportHandler(kernel.worker, thread)(
    { importId: id },
    { id: app.newId(), name: "return.import" },
  );
  const { items } = await call(app, filer.principal, listImports, { publicId });
  if (!items[0]) throw new Error("no import");
  return items[0];
}

const component = "lithium_salt_output";

/** The template of the return with one value typed into it, at a place chosen from its lists; and the row of that. */
async function fill(value: string) {
  const of = await call(app, filer.principal, loadReturnTemplate, { publicId });
  const figuresOf: FiguresOf = async function* (component) {
    yield* (await call(app, filer.principal, listReturnFigures, { publicId, component })).items;
  };
  const [sheet, ...others] = toTemplate(of, figuresOf, { "zh-CN": "某某公司", en: "A firm" }, "en");
  if (!sheet) throw new Error("no sheet");
  const chosen: Readonly<Record<string, string>> = { value };
  const options = (column: number) =>
    sheet.choices?.find((choice) => choice.column === column)?.options[0] ?? "";
  const rows: (readonly Cell[])[] = [];
  for await (const cells of sheet.rows) rows.push(cells);
  const row = rows.findIndex(([code]) => code === component);
  const asked = of.components.find(({ code }) => code === component)?.dimensions ?? [];
  const names = of.dimensions.filter(({ id }) => asked.includes(id)).map(({ name }) => name.en);
  const cells = sheet.columns.map(({ header }, at): Cell => {
    if (names.includes(header)) return options(at);
    return chosen[header] ?? rows[row]?.[at] ?? null;
  });
  const bytes = await buffer(writeWorkbook([{ ...sheet, rows: rows.with(row, cells) }, ...others]));
  return { bytes, row: row + 2 };
}

describe("a file that is sent", { timeout: 60_000 }, () => {
  it("[RT12] [RT13] comes back with its faults marked, and is imported once they are corrected", async () => {
    const wrong = await fill("1,23");
    const faulty = await send(wrong.bytes, "return.xlsx");
    expect(faulty).toMatchObject({ state: "faulty", faults: 1 });
    const marked = await call(app, filer.principal, readImportFile, {
      publicId,
      import: faulty.publicId,
      which: "marked",
    });
    const table = await readGuarded(marked.bytes, "return.xlsx", { entry: thread });
    const found: string[] = [];
    for await (const piece of table.pieces)
      for (const { row, cells } of piece)
        if (cells.some((cell) => cell.includes("1,23"))) found.push(`${row} ${cells.at(-1)}`);
    expect(found).toEqual([expect.stringMatching(new RegExp(`^${wrong.row} .*“1,23”`))]);

    const done = await send((await fill("1230")).bytes, "return.xlsx");
    expect(done).toMatchObject({ state: "done", faults: 0 });
    const { figures } = await call(app, filer.principal, loadReturn, { publicId });
    expect(figures).toMatchObject([{ component, raw: "1230", value: "1230", revision: 1 }]);
  });

  it("[FI6] [RT13] is refused by what it is, and nothing of it is taken", async () => {
    const { bytes } = await fill("1230");
    expect(await send(bytes, "return.csv")).toMatchObject({ state: "refused", refusal: "renamed" });
    expect(await send(bytes, "return.xlsx")).toMatchObject({ state: "done" });
    expect(await send(new Uint8Array(Buffer.from("PK\u0003\u0004 nothing")), "a.xlsx")).toMatchObject({
      refusal: "damaged",
    });
    const gb = Buffer.from("d6b8b1eab4fac2eb2ccafdd6b50a78782c310a", "hex");
    expect(await send(gb, "figures.csv")).toMatchObject({ state: "faulty", faults: 1 });
  });
});
