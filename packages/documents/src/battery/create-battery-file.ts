import { buffer } from "node:stream/consumers";
import { createTranslator, type Locale } from "@lilink/i18n";
import type { FieldFault } from "@lilink/model/error";
import { FileRefusal } from "@lilink/model/file";
import { type Guard, readGuarded } from "../intake/read-guarded.ts";
import { markRows } from "../workbook/mark-rows.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { type BatteryFileKind, labelOfColumn, readHeading, toValues } from "./battery-columns.ts";

type File = { readonly bytes: Uint8Array; readonly name: string };
type Row = { readonly row: number; readonly values: Readonly<Record<string, unknown>> };
type Faulty = { readonly row: number; readonly faults: readonly FieldFault[] };
type SayFault = (fault: FieldFault, label: string) => string;

/** Reads and marks files of battery codes and of events, every reading in a guarded thread of its own. [TR34] */
export function createBatteryFile(kind: BatteryFileKind, guard: Guard) {
  const open = ({ bytes, name }: File) => readGuarded(bytes, name, guard);
  return {
    /** The rows of the first sheet that has the headings. @throws FileRefusal */
    read: async function* (file: File): AsyncGenerator<readonly Row[]> {
      const table = await open(file);
      let columns: ReadonlyMap<number, string> | null = null;
      let sheet = -1;
      try {
        for await (const piece of table.pieces) {
          const rows: Row[] = [];
          for (const row of piece) {
            if (columns === null) {
              columns = readHeading(kind, row.cells);
              sheet = row.sheet;
              continue;
            }
            const values = row.sheet === sheet ? toValues(columns, row.cells) : null;
            if (values) rows.push({ row: row.row, values });
          }
          if (rows.length > 0) yield rows;
        }
      } finally {
        await table.close();
      }
      if (columns === null) throw new FileRefusal<"noHeading">("noHeading");
    },
    /** The file with its faults marked, as a workbook. */
    mark: async (file: File, faults: readonly Faulty[], say: SayFault, locale: Locale) => {
      const byRow = new Map(faults.map(({ row, faults: found }) => [row, found]));
      let columns: ReadonlyMap<number, string> = new Map();
      const sheets = await markRows({
        open: () => open(file),
        heading: createTranslator(locale, "register.file")("fault"),
        readHead: (cells) => {
          const found = columns.size > 0 ? null : readHeading(kind, cells);
          if (!found) return null;
          columns = found;
          return {};
        },
        faultsOf: ({ row }) =>
          (byRow.get(row) ?? []).map((fault) => ({
            column: [...columns].find(([, field]) => field === fault.field)?.[0] ?? -1,
            text: say(fault, labelOfColumn(fault.field, locale)),
          })),
      });
      return buffer(writeWorkbook(sheets));
    },
  };
}
