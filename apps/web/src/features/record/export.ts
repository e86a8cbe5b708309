import { readListAddress, recordImportFileSchema } from "@lilink/contract";
import {
  type FiledRecord,
  recordColumns,
  toCsv,
  toRecordCells,
  toRecordTemplate,
  writeWorkbook,
} from "@lilink/documents";
import { createTranslator, type Locale, recordWords } from "@lilink/i18n";
import { findRegister, type RegisterName } from "@lilink/model/register";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { type Export, listExport, notThere } from "#lib/define-export.ts";
import { caller } from "#lib/trpc/server.ts";

/**
 * A register's list with the filters of its page, in the columns of its template, so that the file comes in again as it is.
 * `ids`: these records alone. Its address names the register and the language `lang`.
 */
export const records: Export = (asked) => {
  const register = findRegister(String(asked.params.register ?? ""));
  if (!register) return Promise.resolve(notThere());
  const locale: Locale = asked.params.lang === "en" ? "en" : "zh-CN";
  const words = recordWords(register.name, locale);
  const columns = recordColumns(register, locale);
  const { cursor: _first, ...filters } = readListAddress(register, asked.params);
  const ids = asked.params.ids?.split(".");
  const query = { ...filters, ...(ids ? { ids } : {}) };
  // A row's cells are made together, as its readings name its fields.
  const made = new WeakMap<FiledRecord, ReturnType<typeof toRecordCells>>();
  const cellsOf = (item: FiledRecord) => {
    const cells =
      made.get(item) ?? toRecordCells(register, columns, { ...item, state: words.state(item.state) });
    made.set(item, cells);
    return cells;
  };
  const make = listExport({
    most: 10_000,
    list: async (api) => (turn) =>
      api[register.name as RegisterName].list({ ...query, ...turn, lang: locale, counts: "false" }),
    table: () => ({
      name: words.title,
      columns: columns.map(
        (column, at) => [column.header, (item: FiledRecord) => cellsOf(item)[at]] as const,
      ),
    }),
  });
  return make({ ...asked, locale });
};

/** The empty template of a register, as a workbook with lists and notes or as the bare headings. */
export const recordTemplate: Export = async ({ params, locale }) => {
  const register = findRegister(String(params.register ?? ""));
  if (!register) return notThere();
  return answerFile(async () => {
    const name = recordWords(register.name, locale).title;
    if (params.format === "xlsx")
      return {
        name: `${name}.xlsx`,
        type: xlsxType,
        body: writeWorkbook(toRecordTemplate(register, locale)),
      };
    const head = recordColumns(register, locale).flatMap(({ header, isReadOnly }) =>
      isReadOnly ? [] : [header],
    );
    return {
      name: `${name}.csv`,
      type: "text/csv; charset=utf-8",
      body: new TextEncoder().encode(toCsv(head, [])),
    };
  });
};

/** A file of records that was sent, as it was or with its faults marked. */
export const sentRecords: Export = async ({ params, locale }) => {
  const register = findRegister(String(params.register ?? ""));
  const wanted = recordImportFileSchema.safeParse(params);
  if (!register || !wanted.success) return notThere();
  return answerFile(async () => {
    const verbs = (await caller())[register.name as RegisterName];
    const { name, bytes } = await verbs.readImport(wanted.data);
    if (wanted.data.which === "original") return { name, type: "application/octet-stream", body: bytes };
    const t = createTranslator(locale, "file.template");
    const marked = t("marked", { name: name.replace(/\.[a-z0-9]+$/, "") });
    return { name: `${marked}.xlsx`, type: xlsxType, body: bytes };
  });
};
