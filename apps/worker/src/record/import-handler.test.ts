import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { recordColumns, toCsv, toRecordCells, writeWorkbook } from "@lilink/documents";
import { readGuarded } from "@lilink/documents/intake";
import { call, recordVerbs } from "@lilink/services";
import {
  addMember,
  addOrganization,
  addReferred,
  createTestKernel,
  listRegisters,
  type Register,
  sampleValues,
} from "@lilink/services/testing";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordImportHandler } from "./import-handler.ts";

const built = mkdtempSync(join(tmpdir(), "lilink-record-"));
afterAll(() => rmSync(built, { recursive: true, force: true }));
const thread = pathToFileURL(join(built, "read-table-thread.mjs"));
const kernel = await createTestKernel();
const { app } = kernel;
await addReferred(kernel);
const group = await addOrganization(kernel, { kind: "coordination_group" });
const officer = await addMember(kernel, group, { duties: ["officer"] });
const colleague = await addMember(kernel, group, { role: "editor", duties: ["officer"] });
/** The same person as a member of another body. */
const elsewhere = await addOrganization(kernel, { kind: "coordination_group" });
const officerElsewhere = {
  principal: { kind: "member", personId: officer.personId, organizationId: elsewhere.id },
} as const;
beforeAll(async () => {
  await kernel.ownerRows(
    "insert into membership (organization_id, person_id, role, duties, created_at) values ($1, $2, 'admin', '{officer}', now())",
    [elsewhere.id, officer.personId],
  );
});
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

function verbsOf({ name }: Register) {
  const verbs = recordVerbs[name];
  if (!verbs) throw new Error(name);
  return verbs;
}
type Row = Parameters<typeof toRecordCells>[2];

/** The rows as the list exports them, by CSV or by XLSX. */
async function toFile(register: Register, rows: readonly Row[], ending: "csv" | "xlsx") {
  const columns = recordColumns(register, "en");
  const head = columns.map(({ header }) => header);
  const cells = rows.map((row) => toRecordCells(register, columns, row));
  if (ending === "csv") return new TextEncoder().encode(toCsv(head, cells));
  const sheet = {
    name: "a",
    columns: head.map((header) => ({ header, kind: "decimal" as const })),
    rows: cells,
  };
  return new Uint8Array(await buffer(writeWorkbook([sheet])));
}

const work = (importId: string) =>
  createRecordImportHandler(kernel.worker, thread)({ importId }, { id: app.newId(), name: "record.import" });

/** Sends a file, has it worked off, and answers what became of it. */
async function send(register: Register, bytes: Uint8Array, name: string) {
  const { startImport, imports } = verbsOf(register);
  const { id } = await call(app, officer.principal, startImport, { name, bytes, locale: "en" });
  await work(id);
  const [newest] = await call(app, officer.principal, imports, {});
  if (!newest) throw new Error("no import");
  return newest;
}

describe.each(listRegisters().map((register) => [register.name, register] as const))(
  "a file of the register %s",
  (_name, register) => {
    const [title = ""] = register.list;
    const { list, imports, readImport, cancelImport, startImport } = verbsOf(register);
    const row = (mark: string): Row => ({
      publicId: "",
      state: "",
      values: sampleValues(register, mark),
      sources: [{ title: "a page", url: "https://page.example" }, { title: "a book" }],
      readings: { [title]: { reading: "reported", source: 1 } },
    });
    const ownRows = async () =>
      (await call(app, officer.principal, list, { own: "true", limit: 100 } as never)).items.filter(
        ({ sources }) => sources[0]?.title === "a page",
      );

    // So many files as these are more than a body may send in an hour.
    beforeAll(async () => {
      await kernel.ownerRows("update record_import set created_at = created_at - interval '2 hours'");
    });

    it("[RG8] comes in, goes out by the list and comes in again unchanged, sources and readings too", async () => {
      const first = await send(register, await toFile(register, [row("f1x"), row("f2x")], "xlsx"), "a.xlsx");
      expect(first).toMatchObject({ state: "done", created: 2, updated: 0, unchanged: 0, rowsDone: 2 });
      const given = await ownRows();
      expect(given.map(({ readings }) => readings[title])).toEqual(
        Array.from({ length: 2 }, () => ({ reading: "reported", source: 1 })),
      );
      for (const ending of ["csv", "xlsx"] as const)
        expect(await send(register, await toFile(register, given, ending), `b.${ending}`)).toMatchObject({
          ...{ state: "done", created: 0, updated: 0, unchanged: 2 },
        });
      const [one, ...others] = given;
      if (!one) throw new Error("two rows came in");
      const edited = { ...one, sources: [{ title: "a page" }], readings: {} };
      expect(await send(register, await toFile(register, [edited, ...others], "csv"), "c.csv")).toMatchObject(
        {
          ...{ created: 0, updated: 1, unchanged: 1 },
        },
      );
    });

    it("[RG8] changes nothing with a fault, and comes back with field, rule and remedy in its row", async () => {
      const before = (await ownRows()).length;
      const bad = { ...row("f4x"), values: { ...sampleValues(register, "f4x"), [title]: null } };
      const bytes = await toFile(register, [row("f3x"), bad], "csv");
      const faulty = await send(register, bytes, "faults.csv");
      expect(faulty).toMatchObject({ state: "faulty", faults: 1, firstFaults: [{ row: 3 }] });
      expect(await ownRows()).toHaveLength(before);
      const marked = await call(app, officer.principal, readImport, {
        import: faulty.publicId,
        which: "marked",
      });
      const table = await readGuarded(marked.bytes, "marked.xlsx", { entry: thread });
      const last: (string | undefined)[] = [];
      for await (const piece of table.pieces) last.push(...piece.map(({ cells }) => cells.at(-1)));
      expect(last.filter((text) => text?.includes("is empty: fill it in"))).toHaveLength(1);
    });

    it("[RG8] is refused for its headings, is only its sender's, and stops when it is cancelled", async () => {
      const heading = recordColumns(register, "en").find(({ field }) => field === title)?.header ?? "";
      const odd = new TextEncoder().encode(toCsv([heading, "colour"], [["1", "2"]]));
      expect(await send(register, odd, "odd.csv")).toMatchObject({
        state: "refused",
        refusal: "unknown",
        refusalParams: { heading: "colour" },
      });
      const started = {
        name: "d.csv",
        bytes: await toFile(register, [row("f5x")], "csv"),
        locale: "en",
      } as const;
      const { id, publicId } = await call(app, officer.principal, startImport, started);
      await expect(call(app, officer.principal, startImport, started)).rejects.toMatchObject({
        code: "CONFLICT",
      });
      for (const { principal } of [colleague, officerElsewhere])
        expect(await call(app, principal, imports, {})).toEqual([]);
      const ref = { import: publicId };
      await expect(call(app, colleague.principal, cancelImport, ref)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      await call(app, officer.principal, cancelImport, ref);
      await work(id);
      expect((await call(app, officer.principal, imports, {}))[0]).toMatchObject({
        state: "cancelled",
        created: 0,
      });
    });
  },
);
