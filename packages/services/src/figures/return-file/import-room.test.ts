import { returnImport } from "@lilink/db/schema";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import {
  addMember,
  addOffice,
  addOrganization,
  adoptDefinitions,
  createTestKernel,
  openTestRound,
} from "../../../testing/index.ts";
import { call, callJob } from "../../kernel/call.ts";
import { importReturnFile, type ReturnFileReader } from "./import-file.ts";
import { cancelImport } from "./list-imports.ts";
import { reportImport } from "./report-import.ts";
import { startImport } from "./start-import.ts";

const kernel = await createTestKernel(new Date("2026-10-12T02:00:00Z"));
const { owner, worker } = kernel;
const app = { ...kernel.app, guard: { ...kernel.app.guard, storageQuota: 1000 } };
await adoptDefinitions(kernel);
const { officer } = await addOffice(kernel);
const firm = await addOrganization(kernel, { links: ["smelting"] });
const filer = await addMember(kernel, firm);
const rounds = await Promise.all(
  ["2026Q3", "2026Q2", "2026Q1"].map((period) => openTestRound(kernel, officer, period)),
);
const forms = await Promise.all(rounds.map(({ formOf }) => formOf(firm, "smelting.quarterly")));

const send = (publicId: string, size: number) =>
  call(app, filer.principal, startImport, {
    publicId,
    name: "figures.csv",
    bytes: new Uint8Array(size),
    replace: false,
  });

it("[RA7] a return's file and the one that comes back with its faults count in the quota, many at once too", async () => {
  const answers = await Promise.all(
    forms.map(({ publicId }) =>
      send(publicId, 400).then(
        (row) => ({ publicId, import: row.publicId, id: row.id }),
        ({ code }: { code: string }) => code,
      ),
    ),
  );
  expect(answers.filter((answer) => answer === "LIMIT_REACHED")).toHaveLength(1);
  const [first, second] = answers.filter((answer) => typeof answer !== "string");
  if (!first || !second) throw new Error("nothing was taken");
  await call(app, filer.principal, cancelImport, first);
  const reader: ReturnFileReader = {
    open: async () => {
      const cells = ["component", "site", "lithium_salt", "salt_route", "unit", "value"];
      const rows = [cells, ["no_such", "", "", "", "", "1"]];
      const pieces = async function* () {
        yield rows.map((one, at) => ({ sheet: 0, row: at + 1, cells: one, faults: [] }));
      };
      return {
        kind: "xlsx",
        sheets: [{ name: "t", hidden: false }],
        rowsAbout: rows.length,
        pieces: pieces(),
        close: async () => undefined,
      };
    },
    mark: async () => new Uint8Array(150),
  };
  const take = importReturnFile(reader, (report) =>
    call(worker, { kind: "job", job: "return.import" }, reportImport, report),
  );
  await callJob(worker, { id: app.newId(), name: "return.import" }, take, { importId: second.id });
  const [row] = await owner.select().from(returnImport).where(eq(returnImport.id, second.id));
  expect(row).toMatchObject({ state: "faulty", size: 550 });
  await expect(send(second.publicId, 51)).rejects.toMatchObject({
    code: "LIMIT_REACHED",
    params: { max: 1000 },
  });
  await send(second.publicId, 50);
});
