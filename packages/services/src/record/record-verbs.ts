import { listRegisters, type Register } from "@lilink/model/register";
import { importRecords } from "./import-records.ts";
import { cancelRecordImport, listRecordImports, readRecordImport } from "./list-imports.ts";
import { listOpenSteps } from "./list-open-steps.ts";
import { listRecords } from "./list-records.ts";
import { listVersions, loadRecord } from "./load-record.ts";
import { lookupRecords } from "./lookup-records.ts";
import { saveRecord } from "./save-record.ts";
import { startRecordImport } from "./start-import.ts";
import { stepRecord } from "./step-record.ts";

/** Every verb of a register, from its declaration alone. [RG1] */
export function toRecordVerbs(register: Register) {
  return {
    list: listRecords(register),
    lookup: lookupRecords(register),
    load: loadRecord(register),
    history: listVersions(register),
    save: saveRecord(register),
    step: stepRecord(register),
    openSteps: listOpenSteps(register),
    startImport: startRecordImport(register),
    imports: listRecordImports(register),
    cancelImport: cancelRecordImport(register),
    readImport: readRecordImport(register),
    import: importRecords(register),
  } as const;
}
export type RecordVerbs = ReturnType<typeof toRecordVerbs>;

/** What people and programs call of a register; the worker alone takes in the rows of a file. */
export type RecordRoomVerbs = Omit<RecordVerbs, "import">;

/** The verbs of all registers, by the name of the register. */
export const recordVerbs: Readonly<Record<string, RecordVerbs>> = Object.fromEntries(
  listRegisters().map((register) => [register.name, toRecordVerbs(register)]),
);

/** The same as one list by the names of the verbs, without the one that takes in rows. */
export const recordVerbList = Object.fromEntries(
  Object.values(recordVerbs).flatMap(({ import: _import, ...verbs }) =>
    Object.values(verbs).map((verb) => [verb.name, verb] as const),
  ),
);
