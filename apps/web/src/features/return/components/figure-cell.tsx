"use client";

import { formatUnit, type Locale, nameUnits } from "@lilink/i18n";
import { type FigurePlace, readFigure } from "@lilink/model/return";
import { FieldError, Select, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { memo, useSyncExternalStore } from "react";
import type { ReturnContent } from "../queries.ts";
import { cellId } from "../view.ts";
import type { FigureStore } from "./figure-store.ts";

export type FigureCellProps = {
  readonly store: FigureStore;
  readonly component: ReturnContent["components"][number];
  readonly at: FigurePlace;
  /** The name of the place, or of the component where there is one place alone. */
  readonly label: string;
  /** Component and place: what a screen reader and a refusal say. */
  readonly name: string;
  readonly earlier: string | null;
};

/** One figure with its unit beside it; what cannot be read is told as it is typed. */
export const FigureCell = memo(function FigureCell(props: FigureCellProps) {
  const { store, component, at, label, name, earlier } = props;
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const cell = useSyncExternalStore(
    (listener) => store.subscribe(at, listener),
    () => store.get(at),
    () => store.get(at),
  );
  const raw = cell?.raw ?? "";
  const unit = cell?.unit || component.unit;
  const read = raw === "" ? null : readFigure(raw, unit, component);
  const refusal =
    read && !read.ok
      ? t(`rule.${read.rule}`, { ...blank, ...nameUnits(read.params, locale), field: name })
      : null;
  const id = cellId(at);
  const described = [earlier ? `${id}-earlier` : "", refusal ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="grid gap-x-3 gap-y-1 border-t border-line py-2 sm:grid-cols-[minmax(0,1fr)_10rem_9rem] sm:items-start">
      <label htmlFor={id} className="sm:pt-1.5">
        {label}
        {label === name ? null : <span className="sr-only"> {name}</span>}
        {earlier ? (
          <span id={`${id}-earlier`} className="block text-sm text-muted tabular-nums">
            {t("form.earlier", { value: earlier })}
          </span>
        ) : null}
      </label>
      <TextInput
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={raw}
        aria-invalid={refusal ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => store.type(at, { raw: event.target.value, unit })}
        className="text-right tabular-nums"
      />
      {component.units.length > 1 ? (
        <Select
          aria-label={`${name}: ${t("form.unit")}`}
          value={unit}
          onChange={(event) => store.type(at, { unit: event.target.value })}
          options={[...new Set([...component.units, unit])].map((one) => ({
            value: one,
            label: one === "1" ? t("unit.ratio") : formatUnit(one, locale),
          }))}
        />
      ) : (
        <span className="text-muted sm:pt-1.5">{formatUnit(component.unit, locale)}</span>
      )}
      {refusal ? (
        <div className="sm:col-span-3">
          <FieldError id={`${id}-error`}>{refusal}</FieldError>
        </div>
      ) : null}
    </div>
  );
});

const blank = { typed: "", unit: "", from: "", to: "", max: "" };
