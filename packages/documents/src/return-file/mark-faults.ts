import { createTranslator, type Locale } from "@lilink/i18n";
import { figureDimensions } from "@lilink/model/goals/definition";
import { type FaultyRow, metaSheetName, readHeading } from "@lilink/model/return/file";
import { markRows, type Opened } from "../workbook/mark-rows.ts";
import type { Sheet } from "../workbook/sheet.ts";
import { createFaultText } from "./fault-text.ts";

const dimensionIds = figureDimensions.map(({ id }) => id);

/** The file of a return with its faults marked: the sheets that hold figures or say for which return they are. */
export function markFaults(
  open: () => Promise<Opened>,
  faults: readonly FaultyRow[],
  locale: Locale,
): Promise<readonly Sheet[]> {
  const byRow = new Map(faults.map((row) => [`${row.sheet} ${row.row}`, row.faults]));
  const say = createFaultText(locale);
  return markRows({
    open,
    heading: createTranslator(locale, "file.fault")("heading"),
    readHead: (cells, sheet) => {
      const heading = readHeading(cells, dimensionIds);
      // The column of the revision is for the next reading alone.
      if (heading) return { hiddenColumn: heading.columns.get("revision") ?? -1 };
      return sheet === metaSheetName ? {} : null;
    },
    faultsOf: ({ sheet, row }, head) =>
      (byRow.get(`${sheet} ${row}`) ?? []).map((fault) => ({
        column: fault.column,
        text: say(fault, head[fault.column] ?? ""),
      })),
  });
}
