"use client";

import { toDecimalText } from "@lilink/contract";
import { isWalled, levelOfFigure, wholeOf } from "@lilink/model/posting";
import { cn, FieldError } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { asLabel, attributeName, comparatorKeys, digits, unitName } from "../view.ts";
import { dropRow } from "./asked.ts";
import { controlId } from "./control-id.ts";
import { type DraftValues, type FigureValues, isUnfilled, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { PlausibleNote } from "./plausible-note.tsx";
import { Reach } from "./reach.tsx";
import { cell, closedRow, Standing } from "./row-parts.tsx";
import { rowsRead } from "./take-proposal.ts";

export type RowProps = { readonly index: number; readonly number: number };

/** A figure in one line; a press or Enter opens it, Delete takes it out. */
export function ClosedRow({ index, number, figure }: RowProps & { readonly figure: FigureValues }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { places, change, errorOf, say, reading, kind } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const { attribute, op, value, high, unit, hard, condition, level } = figure;
  const name = attribute ? attributeName(attribute, locale, kind) : t("form.noAttribute");
  const faults = ["attribute", "value", "high", "unit", "condition"].flatMap((part) => {
    const text = errorOf(`figures.${index}.${part}`);
    return text ? [text] : [];
  });
  const read = (typed: string) => digits(toDecimalText(typed), locale);
  const amount = `${read(value)}${op === "range" && high ? `–${read(high)}` : ""}`;
  const shown = unitName(unit, locale);
  const remove = () => {
    change(t("form.removed", { name }), (now) => dropRow(now, reading.found, index));
    const left = getValues("figures").length;
    places.focusNext(controlId(left === 0 ? "figures" : `figures.${Math.min(index, left - 1)}`));
    say(t("form.removed", { name }));
  };
  const isBlank = isUnfilled(figure) && !rowsRead(reading.found, getValues()).has(index);
  const levels = toLevels(getValues());
  const seen = levelOfFigure(attribute, levels);
  // A price follows its own field, and what rivals may not see never opens to everyone: then the row says its level.
  const follows = level === "" && seen === wholeOf(levels);
  return (
    <>
      <tr className={closedRow} onClick={() => places.openRow(index)}>
        <td className="py-1 text-center max-sm:block max-sm:py-0 max-sm:text-left">
          <button
            type="button"
            data-rove
            id={controlId(`figures.${index}`)}
            aria-label={t("form.editRow", {
              row: number,
              name,
              figure: [t(`op.${comparatorKeys[op]}`), amount, shown].join(" "),
            })}
            className="min-h-6 min-w-6 rounded-sm text-xs text-muted"
            onKeyDown={(event) => {
              if (event.key !== "Delete" && event.key !== "Backspace") return;
              event.preventDefault();
              remove();
            }}
          >
            {number}
          </button>
        </td>
        <td className={cell}>
          {attribute ? (
            asLabel(name, locale)
          ) : (
            <span className={isBlank ? "text-muted" : "text-danger"}>{name}</span>
          )}
        </td>
        <td className={cn(cell, "max-sm:hidden")}>{t(`op.${comparatorKeys[op]}`)}</td>
        <td className={cn(cell, "text-right font-semibold")}>
          <span className="sm:hidden">{t(`op.${comparatorKeys[op]}`)} </span>
          {amount}
          <span className="font-normal sm:hidden"> {shown}</span>
        </td>
        <td className={cn(cell, "max-sm:hidden")}>{shown}</td>
        <td className={cn(cell, "max-sm:col-start-2 max-sm:text-xs")}>
          <Standing hard={hard} condition={condition} />
          {condition ? <span className="ml-3 text-muted sm:hidden">{condition}</span> : null}
        </td>
        <td className={cn(cell, "max-sm:text-right max-sm:text-xs", follows && "text-muted")}>
          <span className="inline-flex items-center gap-1.5">
            <Reach level={seen} className={follows ? "opacity-60" : ""} />
            {isWalled(attribute) && seen === "member"
              ? t("form.walled")
              : follows
                ? t("form.asWhole")
                : t(`level.${seen}`)}
          </span>
        </td>
        <td className={cn(cell, "text-xs text-muted max-sm:hidden")}>{condition}</td>
      </tr>
      {faults.length > 0 || isBlank || value !== "" ? (
        <tr className="max-sm:block">
          <td colSpan={8} className="px-8 empty:hidden max-sm:block max-sm:px-0">
            {faults.map((text) => (
              <FieldError key={text} id={`${controlId(`figures.${index}`)}-error`}>
                {text}
              </FieldError>
            ))}
            {isBlank ? <p className="pb-1 text-xs text-muted">{t("form.unfilled")}</p> : null}
            <PlausibleNote concept={getValues("concept")} further={getValues("concepts")} figure={figure} />
          </td>
        </tr>
      ) : null}
    </>
  );
}
