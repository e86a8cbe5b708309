/** Files of rows that come in. Node alone: nothing of this is for the browser. */

export { createBatteryFile } from "../battery/create-battery-file.ts";
export {
  createRecordFile,
  type FaultyRecord,
  type SayFault,
} from "../record/create-record-file.ts";
export { createFileReader } from "../return-file/create-file-reader.ts";
export { type FileLimits, fileLimits } from "./limit.ts";
export { type Guard, type GuardedTable, readGuarded } from "./read-guarded.ts";
