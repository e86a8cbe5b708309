"use client";

import { faultsOfDraft } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import { useLocale, useTranslations } from "next-intl";
import { asLabel, attributeName } from "../view.ts";
import type { Asked } from "./asked.ts";
import {
  countRows,
  type DraftValues,
  hasVolume,
  toContent,
  toLevels,
  toPlaces,
  withoutUnfilled,
} from "./draft-values.ts";
import { type PartId, parts } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { countTaken, openAsks } from "./marks.ts";
import { rowsRead } from "./take-proposal.ts";
import { useDoubts } from "./use-doubts.ts";
import { useSubmission } from "./use-submission.ts";

/** One thing that stands between a draft and its submission, with where it is mended. */
export type Missing = { readonly field: string; readonly part: PartId; readonly name: string };

export type Standing = {
  /** Without these it cannot be handed in, one for each line of the summary of errors. */
  readonly missing: readonly Missing[];
  /** What may be answered and need not. */
  readonly asks: readonly Asked[];
  /** Rows of the table of figures, that of the volume with them. */
  readonly rows: number;
  /** Pieces of the text that are in the form, as its marks show. */
  readonly read: number;
};

type FieldName = Parameters<ReturnType<typeof useTranslations<"posting.field">>>[0];

function partOf(field: string): PartId {
  if (field === "description") return "text";
  if (/^(?:concepts?|title|summary|language)$/.test(field)) return "naming";
  if (/^(?:figures|volume)/.test(field)) return "figures";
  return field === "doubts" || field.startsWith("levels.") ? "visibility" : "terms";
}

const namesInOrder = ["concept", "title", "summary"];

/** How far down the form a field stands. */
export const placeOfField = (field: string): number =>
  parts.indexOf(partOf(field)) * 10 + Math.max(0, namesInOrder.indexOf(field));

/** What a draft still lacks, from what is typed right now; texts that tell too much lack their author's word until he gives it. */
export function useMissing(values: DraftValues): Standing {
  const { kind, reading, places } = useFormTools();
  const { ticked } = useSubmission();
  const doubts = useDoubts();
  const t = useTranslations("posting");
  const locale = useLocale();
  const filled = rowsRead(reading.found, values);
  const faults = reading.settling
    ? []
    : toPlaces(
        values,
        faultsOfDraft(
          kind,
          toContent(withoutUnfilled(values, filled)),
          toLevels(values),
          toShanghaiDate(new Date()),
        ),
        filled,
      );
  const isFirst = hasVolume(values, places.row);
  const nameOf = (field: string): string => {
    const [name = "", at = ""] = field.replace(/^levels\.(figures\.)?/, "").split(".");
    const row = name === "figures" ? values.figures[Number(at)] : undefined;
    if (row)
      return row.attribute
        ? asLabel(attributeName(row.attribute, locale, kind), locale)
        : t("form.rowNumber", { row: Number(at) + (isFirst ? 2 : 1) });
    const key =
      `field.${name === "price" && kind === "need" ? "priceCeiling" : name}` as `field.${FieldName}`;
    return t.has(key) ? t(key) : asLabel(attributeName(name, locale, kind), locale);
  };
  const missing = new Map<string, Missing>();
  for (const { field } of faults) {
    const one = { field, part: partOf(field), name: nameOf(field) };
    if (!missing.has(field)) missing.set(field, one);
  }
  if (doubts.length > 0 && !ticked)
    missing.set("doubts", {
      field: "doubts",
      part: "visibility",
      name: t("form.doubts", { count: doubts.length }),
    });
  return {
    missing: [...missing.values()].toSorted((a, b) => placeOfField(a.field) - placeOfField(b.field)),
    asks: reading.found ? openAsks(reading.found, values, reading.left) : [],
    rows: countRows(values, places.row),
    read: reading.found ? countTaken(reading.found, values) : 0,
  };
}
