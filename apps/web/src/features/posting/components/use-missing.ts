"use client";

import { faultsOfDraft } from "@lilink/contract";
import { toShanghaiDate } from "@lilink/model/calendar";
import type { PostingKind } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { attributeName } from "../view.ts";
import { type DraftValues, toContent, toLevels, toPlaces } from "./draft-values.ts";
import type { PartId } from "./form-part.tsx";
import { type Asked, openAsks } from "./marks.ts";
import type { ReadingTools } from "./use-reading.ts";

/** One thing that stands between a draft and its submission, with where it is mended. */
export type Missing = { readonly field: string; readonly part: PartId; readonly name: string };

export type Standing = {
  /** Without these it cannot be handed in. */
  readonly missing: readonly Missing[];
  /** What may be answered and need not. */
  readonly asks: readonly Asked[];
  readonly rows: number;
};

type FieldName = Parameters<ReturnType<typeof useTranslations<"posting.field">>>[0];

function partOf(field: string): PartId {
  if (field === "description") return "text";
  if (/^(?:concepts?|title|summary|language)$/.test(field)) return "naming";
  if (/^(?:figures|volume)/.test(field)) return "figures";
  return field.startsWith("levels.") ? "visibility" : "terms";
}

/** What a draft still lacks, from what is typed right now. */
export function useMissing(kind: PostingKind, values: DraftValues, reading: ReadingTools): Standing {
  const t = useTranslations("posting");
  const locale = useLocale();
  const faults = toPlaces(
    values,
    faultsOfDraft(kind, toContent(values), toLevels(values), toShanghaiDate(new Date())),
  );
  const nameOf = (field: string): string => {
    const [name = "", at = ""] = field.replace(/^levels\.(figures\.)?/, "").split(".");
    const row = name === "figures" ? values.figures[Number(at)] : undefined;
    if (row)
      return row.attribute
        ? attributeName(row.attribute, locale)
        : t("form.rowNumber", { row: Number(at) + 1 });
    const key = `field.${name}` as `field.${FieldName}`;
    return t.has(key) ? t(key) : attributeName(name, locale);
  };
  const missing = new Map<string, Missing>();
  for (const { field } of faults) {
    const one = { field, part: partOf(field), name: nameOf(field) };
    if (!missing.has(one.name)) missing.set(one.name, one);
  }
  return {
    missing: [...missing.values()],
    asks: reading.found ? openAsks(reading.found, values, reading.left) : [],
    rows: values.figures.length + (values.volume.amount === "" ? 0 : 1),
  };
}
