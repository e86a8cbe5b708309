import { publicIdSchema } from "@lilink/contract";
import { toCsv, writeWorkbook } from "@lilink/documents";
import { createTranslator, type Locale } from "@lilink/i18n";
import { answerFile, xlsxType } from "#lib/answer-file.ts";
import { toMarkRow, toMarkSheet } from "#lib/answer-table.ts";
import { type Export, notThere } from "#lib/define-export.ts";
import { noteExport } from "#lib/export-mark.ts";
import { toLawNote } from "#lib/law-note.ts";
import { sampleNotice } from "#lib/sample-notice.ts";
import { readFigures, readNames, readRelease } from "./queries.ts";
import { fileColumns, toFigureSheet, toFileRow } from "./view.ts";

/** The figures of a release as a file, from the rows that the page shows: CSV, or XLSX where it is asked for. */
export const figures: Export = async ({ request, params, locale }) => {
  const publicId = publicIdSchema.safeParse(params.release);
  const release = publicId.success ? await readRelease(publicId.data) : null;
  if (!release) return notThere();
  return answerFile(async () => {
    const mark = await noteExport(request);
    const read = await readFigures(release.publicId);
    const book = await readNames(release.coverage, [...new Set(read.map(({ indicator }) => indicator))]);
    const { head, words, name } = wordsIn(locale, release);
    const notice = sampleNotice(locale);
    const rows = read.map((figure) => toFileRow(book, figure, release, locale, words));
    if (params.format !== "xlsx") {
      const body = new TextEncoder().encode(toCsv(head, [...rows, toMarkRow(head, mark)], notice));
      return { name: `${name}.csv`, type: "text/csv; charset=utf-8", body };
    }
    const sheet = toFigureSheet(
      name,
      head,
      book,
      read.map((figure, at) => [figure, rows[at] ?? []]),
    );
    const sheets = [
      { ...sheet, ...(notice ? { notice } : {}) },
      toMarkSheet(mark, toLawNote(countsOf(read), locale)),
    ];
    return { name: `${name}.xlsx`, type: xlsxType, body: writeWorkbook(sheets) };
  });
};

function wordsIn(locale: Locale, { period, edition }: { period: string; edition: number }) {
  const t = createTranslator(locale, "release");
  return {
    name: t("fileName", { period, edition }),
    head: fileColumns.map((column) => t(`file.${column}`)),
    words: { withheld: t("withheld"), absent: "", unstated: t("unstated"), total: t("total") },
  };
}

const countsOf = (read: readonly { readonly status: string }[]) => ({
  all: read.length,
  withheld: read.filter(({ status }) => status === "withheld").length,
});
