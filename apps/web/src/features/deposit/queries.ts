import { readAllRecords, requireRegister } from "#features/record/queries.ts";

/** All deposits that the filters of the list leave. */
export const readDeposits = (asked: Readonly<Record<string, string>> = {}) =>
  readAllRecords(requireRegister("deposits"), asked);
