import { buffer } from "node:stream/consumers";
import { createTranslator, type Locale, recordWords } from "@lilink/i18n";
import type { FieldFault } from "@lilink/model/error";
import { FileRefusal } from "@lilink/model/file";
import type { Register } from "@lilink/model/register";
import { type Guard, readGuarded } from "../intake/read-guarded.ts";
import { markRows } from "../workbook/mark-rows.ts";
import { writeWorkbook } from "../workbook/write-workbook.ts";
import { createRecordReader, type RecordHeading, type RecordRow } from "./read-record-row.ts";
import { sourceParts } from "./record-columns.ts";

type File = { readonly bytes: Uint8Array; readonly name: string };
export type FaultyRecord = { readonly row: number; readonly faults: readonly FieldFault[] };
/** Says what is wrong with a column and how to mend it. */
export type SayFault = (fault: FieldFault, label: string) => string;

/** Why a file of records is not read for its headings; each has a text in i18n `register.import.<rule>`. */
type HeadingRule = "noHeading" | "unknown" | "twice";
const refuse = (rule: HeadingRule, heading = "") => new FileRefusal<HeadingRule>(rule, { heading });

/** Reads and marks the files of one register, every reading in a guarded thread of its own. */
export function createRecordFile(register: Register, guard: Guard) {
  const reader = createRecordReader(register);
  const open = ({ bytes, name }: File) => readGuarded(bytes, name, guard);
  return {
    /** The rows of the first sheet that has the headings; `begin` is told about how many there are. @throws FileRefusal */
    read: async function* (
      file: File,
      begin: (rowsAbout: number) => void = () => undefined,
    ): AsyncGenerator<readonly RecordRow[]> {
      const table = await open(file);
      begin(table.rowsAbout);
      let found: { readonly sheet: number; readonly heading: RecordHeading } | null = null;
      try {
        for await (const piece of table.pieces) {
          const rows: RecordRow[] = [];
          for (const row of piece) {
            if (found === null) {
              const heading = reader.readRecordHeading(row.cells);
              if (heading) found = { sheet: row.sheet, heading: requireHeading(heading) };
            } else if (row.sheet === found.sheet) {
              const read = reader.toImportRow(found.heading, row);
              if (read) rows.push(read);
            }
          }
          if (rows.length > 0) yield rows;
        }
      } finally {
        await table.close();
      }
      if (found === null) throw refuse("noHeading");
    },
    /** The file with its faults marked, as a workbook. */
    mark: async (file: File, faults: readonly FaultyRecord[], say: SayFault, locale: Locale) => {
      const byRow = new Map(faults.map(({ row, faults: found }) => [row, found]));
      let columns: RecordHeading["columns"] = new Map();
      const sheets = await markRows({
        open: () => open(file),
        heading: createTranslator(locale, "register.file")("fault"),
        readHead: (cells) => {
          const heading = reader.readRecordHeading(cells);
          if (!heading || columns.size > 0) return null;
          columns = heading.columns;
          return {};
        },
        faultsOf: ({ row }) =>
          (byRow.get(row) ?? []).map((fault) => ({
            column: columnOf(columns, fault.field),
            text: say(fault, labelOf(register, fault.field, locale)),
          })),
      });
      return buffer(writeWorkbook(sheets));
    },
  };
}

/** What a fault's field is called: the field, or the source's part. */
function labelOf(register: Register, field: string, locale: Locale): string {
  const [name = "", part] = field.split(".");
  if (name in register.fields) return recordWords(register.name, locale).field(name);
  const t = createTranslator(locale, "register.file");
  const source = sourceParts.find((one) => one === part);
  return name === "source" && source ? t(`source.${source}`) : t("reading");
}

function columnOf(columns: RecordHeading["columns"], field: string): number {
  const all = [...columns];
  const found =
    all.find(([, { id }]) => id === field) ?? all.find(([, column]) => column.field === field.split(".")[0]);
  return found?.[0] ?? -1;
}

function requireHeading(heading: RecordHeading): RecordHeading {
  const [unknown] = heading.unknown;
  if (unknown) throw refuse("unknown", unknown.heading);
  const [twice] = heading.twice;
  if (twice !== undefined) throw refuse("twice", twice);
  return heading;
}
