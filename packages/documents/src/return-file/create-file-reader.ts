import { buffer } from "node:stream/consumers";
import { defaultLocale, isLocale } from "@lilink/i18n";
import type { FaultyRow } from "@lilink/model/return/file";
import { type Guard, readGuarded } from "../intake/read-guarded.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { markFaults } from "./mark-faults.ts";

type File = { readonly bytes: Uint8Array; readonly name: string };

/** Reads and marks the files of returns, every reading in a guarded thread of its own. */
export function createFileReader(guard: Guard) {
  const open = ({ bytes, name }: File) => readGuarded(bytes, name, guard);
  return {
    open,
    mark: async (file: File, faults: readonly FaultyRow[], locale: string): Promise<Uint8Array> => {
      const sheets = await markFaults(() => open(file), faults, isLocale(locale) ? locale : defaultLocale);
      return buffer(writeWorkbook(sheets));
    },
  };
}
