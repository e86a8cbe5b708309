"use client";

import { isTable, readRows } from "@lilink/model/posting";
import { Button, cn, FieldError } from "@lilink/ui";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useRoving } from "#lib/form/use-roving.ts";
import { attributeName } from "../view.ts";
import { AskRows } from "./ask-rows.tsx";
import { startOf, usualAttributes } from "./attribute-options.ts";
import { ClosedRow } from "./closed-row.tsx";
import { controlId } from "./control-id.ts";
import { countRows, type DraftValues, emptyFigure, hasVolume } from "./draft-values.ts";
import { FormPart } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { openAsks } from "./marks.ts";
import { OpenRow } from "./open-row.tsx";
import { UndoButton } from "./undo-button.tsx";
import { ClosedVolume, OpenVolume } from "./volume-row.tsx";

export const mostFigures = 40;
/** How many of the usual figures a press names. */
const mostNamed = 2;

const columns = ["attribute", "comparator", "value", "unit", "standing", "levels", "condition"] as const;
const widths = ["w-[18%]", "w-[10%]", "w-[10%]", "w-[10%]", "w-[14%]", "w-[21%]", ""] as const;

const bareWidths = ["", "w-[11%]", "w-[13%]", "w-[11%]", "w-[15%]", "w-[22%]", "w-2"] as const;

/** The figures as rows of a table, one of them open for editing at a time. */
export function FiguresGrid() {
  const t = useTranslations("posting");
  const { errorOf, places, reading, change } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const { figures, volume } = values;
  const isFirst = hasVolume(values, places.row);
  const asks = reading.found ? openAsks(reading.found, values, reading.left) : [];
  const error = errorOf("figures");
  const hasCondition = figures.some(({ condition }) => condition !== "");
  const rows = useRoving<HTMLTableSectionElement>();

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!isTable(text)) return;
    event.preventDefault();
    const read = readRows(text).slice(0, mostFigures - figures.length);
    change(t("form.pasted", { count: read.length }), (now) => ({
      ...now,
      figures: [...now.figures, ...read.map((row) => ({ ...row, level: "" as const }))],
    }));
    places.focusNext(controlId(`figures.${figures.length}`));
  };

  return (
    <FormPart
      part="figures"
      title={t("form.part.figures")}
      note={t("form.figuresNote", { count: countRows(values, places.row), asks: asks.length })}
    >
      <LotsNote values={values} />
      {error ? <FieldError id={`${controlId("figures")}-error`}>{error}</FieldError> : null}
      <div onPaste={paste}>
        <table className="w-full table-fixed border-collapse text-sm max-sm:block">
          <caption className="sr-only">{t("form.gridCaption")}</caption>
          <thead
            className={cn(
              "max-sm:sr-only",
              figures.length === 0 && !isFirst && asks.length === 0 && "sr-only",
            )}
          >
            <tr className="border-b border-edge text-left text-xs text-muted">
              <th scope="col" className="w-8 py-1.5 font-medium">
                <span className="sr-only">{t("form.columns.number")}</span>
              </th>
              {columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={cn(
                    "px-2 py-1.5 font-medium",
                    // Without a condition its room goes to the names.
                    hasCondition ? widths[index] : bareWidths[index],
                    column === "value" && "text-right",
                  )}
                >
                  <span className={column === "condition" && !hasCondition ? "sr-only" : ""}>
                    {t(`form.columns.${column}`)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <AskRows asks={asks} />
          <tbody {...rows} className="max-sm:block">
            {isFirst ? places.row === "volume" ? <OpenVolume /> : <ClosedVolume volume={volume} /> : null}
            {figures.map((figure, index) =>
              places.row === index ? (
                <OpenRow key={index} index={index} number={index + (isFirst ? 2 : 1)} />
              ) : (
                <ClosedRow key={index} index={index} number={index + (isFirst ? 2 : 1)} figure={figure} />
              ),
            )}
          </tbody>
        </table>
        <AddRow isFirst={isFirst} isAsked={asks.length > 0} />
      </div>
    </FormPart>
  );
}

/** Why the lots of a text are in no row: no schedule holds one that has no end. [PO31] */
function LotsNote({ values }: { readonly values: DraftValues }) {
  const t = useTranslations("posting.form");
  const { found } = useFormTools().reading;
  const { lots } = found ?? {};
  if (!lots || lots.rows || values.volume.schedule.length > 0) return null;
  const words = lots.spans.map(({ start, end }) => values.description.slice(start, end).trim());
  return <p className="mb-2 text-sm text-muted">{t("lotsLeft", { lots: words.join("; ") })}</p>;
}

function AddRow({ isFirst, isAsked }: { readonly isFirst: boolean; readonly isAsked: boolean }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { kind, places, change } = useFormTools();
  const { getValues, setValue } = useFormContext<DraftValues>();
  const box = useRoving<HTMLDivElement>();
  const count = getValues("figures").length;
  const usual = usualAttributes(
    getValues("concept"),
    getValues("figures").map(({ attribute }) => attribute),
  ).slice(0, mostFigures - count);
  const names = usual.map((attribute) => attributeName(attribute, locale, kind));
  return (
    <div {...box} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1.5">
      {count < mostFigures ? (
        <Button
          id={controlId("figures")}
          size="sm"
          variant="quiet"
          className="-ml-3"
          data-rove
          onClick={() => {
            setValue(`figures.${count}`, { ...emptyFigure }, { shouldDirty: true });
            places.seekFigure(count, "");
          }}
        >
          <Plus aria-hidden />
          {t("edit.addFigure")}
        </Button>
      ) : null}
      {usual.length > 0 ? (
        <Button
          id={controlId("usual")}
          size="sm"
          variant="quiet"
          className="h-auto min-h-8 max-w-full whitespace-normal text-left max-sm:-ml-3"
          data-rove
          onClick={() => {
            change(t("form.usualAdded", { count: usual.length }), (now) => ({
              ...now,
              figures: [
                ...now.figures,
                ...usual.map((attribute) => ({ ...emptyFigure, attribute, ...startOf(attribute, "") })),
              ],
            }));
            places.openRow(count);
          }}
        >
          <Plus aria-hidden />
          {t("form.addUsual", {
            names: names.slice(0, mostNamed).join(t("form.comma")),
            more: Math.max(0, names.length - mostNamed),
          })}
        </Button>
      ) : null}
      {isFirst ? null : (
        <Button
          size="sm"
          variant="quiet"
          className="max-sm:-ml-3"
          data-rove
          onClick={() => places.openRow("volume")}
        >
          <Plus aria-hidden />
          {t("form.addVolume")}
        </Button>
      )}
      <UndoButton at="figures" />
      {isAsked ? null : <UndoButton at="asks" />}
      <span className="text-xs text-muted pointer-coarse:hidden max-sm:hidden">{t("form.pasteHint")}</span>
    </div>
  );
}
