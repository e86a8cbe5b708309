"use client";

import { isVolumeYear, levelOf, volumeYears } from "@lilink/model/posting";
import { Button, cn, FieldError, Select, TextInput } from "@lilink/ui";
import { Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { digits, spanOf, unitName } from "../view.ts";
import { dropVolume } from "./asked.ts";
import { amountOptions } from "./attribute-options.ts";
import { controlId } from "./control-id.ts";
import { type DraftValues, toLevels, toVolume, type VolumeValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { LevelSelect } from "./level-select.tsx";
import { amountTaken } from "./marks.ts";
import { Reach } from "./reach.tsx";
import { cell, closedRow, KeyHints, rowKeys } from "./row-parts.tsx";
import { ScheduleGrid } from "./schedule-grid.tsx";
import { useControl } from "./use-control.ts";

/** Every field of the amount that may be at fault. */
const listPlaces = ({ schedule }: VolumeValues) =>
  [
    "",
    ".amount",
    ".unit",
    ".from",
    ".to",
    ".schedule",
    ...schedule.flatMap((_, at) => [`.schedule.${at}.period`, `.schedule.${at}.amount`]),
  ].map((place) => `volume${place}`);

/** How much and when, as the first row of the figures. */
export function ClosedVolume({ volume }: { readonly volume: DraftValues["volume"] }) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { kind, places, errorOf, reading, change, say } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const told = { amount: "", unit: "", ...toVolume(volume) };
  const months = told.schedule?.length ?? 0;
  const span = spanOf(told, locale);
  const when = [
    ...(span ? [t(`body.${span.key}`, span.params)] : []),
    ...(months > 0 ? [t("schedule.rows", { count: months })] : []),
  ].join(" · ");
  const unit = volume.unit ? unitName(volume.unit, locale) : "";
  const taken = reading.found ? amountTaken(reading.found, volume, kind) : null;
  const level = levelOf("volume", toLevels(getValues()));
  const remove = () => {
    const done = t("form.removed", { name: t("field.volume") });
    change(done, (now) => dropVolume(now, reading.found));
    places.focusNext(controlId(getValues("figures").length > 0 ? "figures.0" : "figures"));
    say(done);
  };
  const fault = listPlaces(volume)
    .map((place) => errorOf(place))
    .find(Boolean);
  return (
    <>
      <tr className={closedRow} onClick={() => places.openRow("volume")}>
        <td className="py-1 text-center max-sm:block max-sm:py-0 max-sm:text-left">
          <button
            type="button"
            data-rove
            id={controlId("volume")}
            aria-label={t("form.editRow", {
              row: 1,
              name: t("field.volume"),
              figure: `${told.amount} ${unit} ${when}`,
            })}
            className="min-h-6 min-w-6 rounded-sm text-xs text-muted"
            onKeyDown={(event) => {
              if (event.key !== "Delete" && event.key !== "Backspace") return;
              event.preventDefault();
              remove();
            }}
          >
            1
          </button>
        </td>
        <td colSpan={2} className={cell}>
          {t("field.volume")}
          <span className="block text-xs text-muted max-sm:hidden">{when}</span>
        </td>
        <td className={cn(cell, "text-right font-semibold")}>
          {digits(told.amount, locale)}
          <span className="font-normal sm:hidden"> {unit}</span>
        </td>
        <td className={cn(cell, "max-sm:hidden")}>{unit}</td>
        <td className={cn(cell, "text-muted max-sm:col-start-2 max-sm:text-xs")}>
          <span className="sm:hidden">{when}</span>
        </td>
        <td className={cn(cell, "max-sm:text-right max-sm:text-xs")}>
          <span className="inline-flex items-center gap-1.5">
            <Reach level={level} />
            {level === "member" ? t("form.walled") : t(`level.${level}`)}
          </span>
        </td>
        <td className={cn(cell, "max-sm:hidden")} />
      </tr>
      {taken ? (
        <tr className="max-sm:block">
          <td colSpan={8} className="px-8 py-1 text-xs text-muted max-sm:block max-sm:px-0">
            {t(`form.${taken.as}Taken`, {
              words: taken.words,
              amount: volume.amount,
              end: kind === "capability" ? "promise" : kind === "need" ? "most" : "other",
            })}
          </td>
        </tr>
      ) : null}
      {fault ? (
        <tr className="max-sm:block">
          <td colSpan={8} className="px-8 max-sm:block max-sm:px-0">
            <FieldError id={`${controlId("volume")}-error`}>{fault}</FieldError>
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A box of the row with its name above it. */
function NamedBox(props: {
  readonly field: "amount" | "unit" | "from" | "to";
  readonly children: ReactNode;
}) {
  const t = useTranslations("posting.field");
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={controlId(`volume.${props.field}`)} className="text-xs text-muted">
        {t(props.field)}
      </label>
      {props.children}
    </div>
  );
}

export function OpenVolume() {
  const t = useTranslations("posting");
  const errors = useTranslations("error");
  const locale = useLocale();
  const { errorOf, places, change, reading } = useFormTools();
  const { control: values, setValue, getValues } = useFormContext<DraftValues>();
  const volume = useWatch({ control: values, name: "volume" });
  const told = toVolume(volume);
  const isScheduled = told?.schedule !== undefined;
  const control = useControl();
  const before = useRef<DraftValues["volume"] | null>(null);
  useEffect(() => {
    before.current ??= structuredClone(getValues("volume"));
  }, [getValues]);
  // A year is told as soon as its box is left: nobody sees five digits in a narrow box.
  const [left, setLeft] = useState<readonly string[]>([]);
  const yearFault = (end: "from" | "to") =>
    left.includes(end) && !isVolumeYear(volume[end])
      ? errors("rule.yearOutOfRange", { field: t(`field.${end}`), ...volumeYears })
      : undefined;
  const faultOf = (place: string) =>
    errorOf(place) ??
    (place === "volume.from" || place === "volume.to"
      ? yearFault(place.slice("volume.".length) as "from" | "to")
      : undefined);
  const faults = listPlaces(volume).flatMap((place) => faultOf(place) ?? []);
  const close = () => {
    places.openRow(null);
    places.focusNext(toVolume(getValues("volume")) ? controlId("volume") : controlId("figures"));
  };
  const restore = () => {
    if (before.current) setValue("volume", before.current, { shouldDirty: true });
    close();
  };
  const next = () => {
    if (getValues("figures").length > 0) return places.openRow(0);
    close();
  };
  return (
    <tr className="max-sm:block">
      <td
        colSpan={8}
        className="border-b border-line bg-info-wash p-0 shadow-[inset_3px_0_0_var(--color-focus)] max-sm:block"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the controls inside */}
        <div
          onKeyDown={rowKeys({ next, back: close, restore })}
          className="flex flex-col gap-1.5 py-2 pr-2 pl-3"
        >
          <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_2.25rem] items-end gap-x-1.5 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_9.5rem_9.5rem_2.25rem]">
            <NamedBox field="amount">
              <TextInput
                key={isScheduled ? "sum" : "amount"}
                id={controlId("volume.amount")}
                inputMode="decimal"
                autoComplete="off"
                className="px-2 text-right font-semibold tabular-nums"
                {...(errorOf("volume.amount") ? { "aria-invalid": true } : {})}
                {...(isScheduled
                  ? { value: told.amount ?? "", readOnly: true, title: t("schedule.sum") }
                  : control.text("volume.amount"))}
              />
            </NamedBox>
            <NamedBox field="unit">
              <Select
                id={controlId("volume.unit")}
                placeholder={t("edit.choose")}
                options={amountOptions(locale)}
                {...control.text("volume.unit")}
              />
            </NamedBox>
            {(["from", "to"] as const).map((end) => (
              <NamedBox key={`${end} ${isScheduled}`} field={end}>
                <TextInput
                  type="date"
                  id={controlId(`volume.${end}`)}
                  min={`${volumeYears.min}-01-01`}
                  max={`${volumeYears.max}-12-31`}
                  className="px-2"
                  {...(faultOf(`volume.${end}`) ? { "aria-invalid": true } : {})}
                  {...(isScheduled
                    ? { value: told[end] ?? "", readOnly: true }
                    : control.text(`volume.${end}`, () => setLeft((known) => [...known, end])))}
                />
              </NamedBox>
            ))}
            <Button
              variant="quiet"
              size="icon"
              className="max-sm:col-start-3 max-sm:row-start-1"
              aria-label={t("edit.removeFigure", { name: t("field.volume") })}
              onClick={() => {
                change(t("form.removed", { name: t("field.volume") }), (now) =>
                  dropVolume(now, reading.found),
                );
                close();
              }}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
          <ScheduleGrid />
          <LevelSelect field="volume" boxed />
          {faults.map((text) => (
            <FieldError key={text} id={`${controlId("volume")}-error`}>
              {text}
            </FieldError>
          ))}
          <KeyHints />
        </div>
      </td>
    </tr>
  );
}
