"use client";

import { toDecimalText } from "@lilink/contract";
import { formatNumber } from "@lilink/i18n";
import { checkPlausible, convertUnit, findAttribute, findConcept } from "@lilink/model/chain";
import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { unitName } from "../view.ts";
import type { FigureValues } from "./draft-values.ts";

export type PlausibleNoteProps = {
  readonly concept: string;
  /** Further concepts of the posting. */
  readonly further: readonly string[];
  readonly figure: FigureValues;
};

/** Asks about a value outside the usual range of its concept, in the unit chosen; it stops nobody ([CH9]). */
export function PlausibleNote({ concept, further, figure }: PlausibleNoteProps) {
  const t = useTranslations("posting.edit");
  const locale = useLocale();
  if (!findConcept(concept) || !findAttribute(figure.attribute)) return null;
  const values = figure.op === "range" ? [figure.value, figure.high] : [figure.value];
  // What the goods are besides knows its own range: single crystals are finer.
  const judge = (value: string) =>
    [...further.filter((id) => findConcept(id)), concept]
      .map((id) => checkPlausible(id, figure.attribute, toDecimalText(value), figure.unit || undefined))
      .find(({ verdict }) => verdict !== "unknown");
  const odd = values
    .flatMap((value) => judge(value) ?? [])
    .find((judged) => judged.verdict === "below" || judged.verdict === "above");
  const own = findAttribute(figure.attribute)?.unit ?? "";
  const typed = convertUnit("0", own, figure.unit).ok ? figure.unit : own;
  const inTyped = (bound: number) => {
    const read = convertUnit(String(bound), own, typed);
    return formatNumber(read.ok ? read.value.toSignificantDigits(6).toFixed() : bound, locale);
  };
  return (
    <div role="status">
      {odd && "spec" in odd ? (
        <p className="flex items-start gap-1.5 text-sm text-warning">
          <TriangleAlert aria-hidden className="mt-[0.3em] size-3.5 shrink-0" />
          {t("implausible", {
            min: inTyped(odd.spec.min),
            max: inTyped(odd.spec.max),
            unit: unitName(typed, locale),
          })}
        </p>
      ) : null}
    </div>
  );
}
