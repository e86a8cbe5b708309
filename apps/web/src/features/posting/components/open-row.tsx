"use client";

import { findAttribute } from "@lilink/model/chain";
import { isWalled, levelOfFigure, levelsAllowed } from "@lilink/model/posting";
import { Button, FieldError, Select, TextInput } from "@lilink/ui";
import { Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { WordCombobox } from "#components/word-combobox.tsx";
import { attributeName, standingOf } from "../view.ts";
import { dropRow, giveBack } from "./asked.ts";
import { attributeOptions, comparatorOptions, startOf, unitOptions } from "./attribute-options.ts";
import type { RowProps } from "./closed-row.tsx";
import { controlId } from "./control-id.ts";
import { type DraftValues, type FigureValues, isEmptyFigure, toLevels } from "./draft-values.ts";
import { useFieldText } from "./field-text.ts";
import { useFormTools } from "./form-tools.tsx";
import { LevelPick } from "./level-select.tsx";
import { PlausibleNote } from "./plausible-note.tsx";
import { KeyHints, rowKeys, StandingChoice } from "./row-parts.tsx";
import { useControl } from "./use-control.ts";

/** A figure as controls in its row. Tab goes to the next cell, Enter to the next row, Esc brings back what was there. */
export function OpenRow({ index, number }: RowProps) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { errorOf, places, change, kind, reading } = useFormTools();
  const { label } = useFieldText(kind);
  const { setValue, getValues, control: watched } = useFormContext<DraftValues>();
  const control = useControl();
  const [concept, further, figure] = useWatch({
    control: watched,
    name: ["concept", "concepts", `figures.${index}`],
  });
  const before = useRef<FigureValues | null>(null);
  useEffect(() => {
    before.current ??= structuredClone(getValues(`figures.${index}`));
  }, [getValues, index]);
  // Esc in the list of a row without a figure gives up the row: the list is gone before React brings its key here.
  const giveUp = useRef<() => void>(() => undefined);
  const box = useRef<HTMLDivElement>(null);
  const isBegun = figure?.attribute === "";
  useEffect(() => {
    if (!isBegun) return;
    const press = (event: KeyboardEvent) => {
      const isListed = box.current?.querySelector("[aria-expanded=true]");
      if (event.key === "Escape" && isListed && !event.isComposing) giveUp.current();
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [isBegun]);
  if (!figure) return null;

  const at = (name: string) => `figures.${index}.${name}`;
  const name = figure.attribute ? attributeName(figure.attribute, locale, kind) : String(number);
  const faults = ["attribute", "value", "high", "unit", "condition"].flatMap(
    (part) => errorOf(at(part)) ?? [],
  );
  const levelFault = figure.attribute ? errorOf(`levels.figures.${figure.attribute}`) : undefined;
  const words = isWalled(figure.attribute) ? "levelWalled" : "level";
  const seen = levelOfFigure(figure.attribute, toLevels(getValues()));

  const without = (what: string) => change(what, (now) => dropRow(now, reading.found, index));
  const close = () => {
    places.openRow(null);
    places.focusNext(controlId(`figures.${index}`));
  };
  const remove = () => {
    without(t("form.removed", { name }));
    places.openRow(null);
    const left = getValues("figures").length;
    places.focusNext(controlId(left === 0 ? "figures" : `figures.${Math.min(index, left - 1)}`));
  };
  const restore = () => {
    if (isEmptyFigure(before.current ?? figure)) return remove();
    // Begun by a question and not chosen: the question takes its place again.
    if (before.current?.attribute === "") {
      const asked = (reading.found?.asked ?? []).findIndex(
        ({ value }) => value.value === before.current?.value,
      );
      change(t("form.removed", { name }), (now) => giveBack(now, reading.found, index), "asks");
      places.openRow(null);
      return places.focusNext(asked < 0 ? controlId("figures") : `posting-ask-${asked}`);
    }
    if (before.current) setValue(`figures.${index}`, before.current, { shouldDirty: true });
    close();
  };
  giveUp.current = restore;
  const next = () => {
    if (index + 1 < getValues("figures").length) return places.openRow(index + 1);
    places.openRow(null);
    places.focusNext(controlId("figures"));
  };
  const back = () => (index > 0 ? places.openRow(index - 1) : close());

  const chooseAttribute = (id: string | null) => {
    const start = startOf(id ?? "", figure.unit);
    setValue(`figures.${index}.attribute`, id ?? "", { shouldDirty: true });
    setValue(`figures.${index}.unit`, start.unit, { shouldDirty: true });
    if (!figure.value) setValue(`figures.${index}.op`, start.op, { shouldDirty: true });
    if (!levelsAllowed(`figures.${id}`).some((level) => level === figure.level))
      setValue(`figures.${index}.level`, "", { shouldDirty: true });
  };

  return (
    <tr className="max-sm:block">
      <td
        colSpan={8}
        className="border-b border-line bg-info-wash p-0 shadow-[inset_3px_0_0_var(--color-focus)] max-sm:block"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are of the controls inside */}
        <div
          ref={box}
          onKeyDown={rowKeys({ next, back, restore })}
          className="flex flex-col gap-1.5 py-2 pr-2 pl-3"
        >
          <div className="grid grid-cols-4 gap-1.5 sm:grid-cols-12">
            <WordCombobox
              id={controlId(at("attribute"))}
              aria-label={t("field.attribute")}
              {...(errorOf(at("attribute")) ? { "aria-invalid": true as const } : {})}
              className="col-span-4 sm:col-span-8"
              {...(places.sought === null ? {} : { startWith: places.sought })}
              options={attributeOptions(
                concept,
                locale,
                { usual: t("edit.usual"), others: t("edit.otherUnits") },
                figure.unit,
                kind,
              )}
              text={{
                placeholder: t("edit.chooseAttribute"),
                search: t("edit.searchAttribute"),
                empty: t("edit.noAttribute"),
              }}
              value={figure.attribute || null}
              onChange={chooseAttribute}
            />
            <Select
              id={controlId(at("op"))}
              aria-label={t("field.comparator")}
              className="col-span-2 sm:col-span-4"
              options={comparatorOptions.map(({ value, key }) => ({ value, label: t(`op.${key}`) }))}
              {...control.text(`figures.${index}.op`)}
            />
            <span className="col-span-2 flex gap-1 sm:col-span-4">
              <TextInput
                id={controlId(at("value"))}
                aria-label={t("field.value")}
                inputMode="decimal"
                autoComplete="off"
                className="px-2 text-right font-semibold tabular-nums"
                {...(errorOf(at("value")) ? { "aria-invalid": true } : {})}
                {...control.text(`figures.${index}.value`)}
              />
              {figure.op === "range" ? (
                <TextInput
                  id={controlId(at("high"))}
                  aria-label={t("field.high")}
                  inputMode="decimal"
                  autoComplete="off"
                  className="px-2 text-right font-semibold tabular-nums"
                  {...(errorOf(at("high")) ? { "aria-invalid": true } : {})}
                  {...control.text(`figures.${index}.high`)}
                />
              ) : null}
            </span>
            <Select
              id={controlId(at("unit"))}
              aria-label={t("field.unit")}
              className="col-span-2 sm:col-span-4"
              disabled={!findAttribute(figure.attribute)}
              options={unitOptions(figure.attribute, figure.unit, locale)}
              {...control.text(`figures.${index}.unit`)}
            />
            <div className="col-span-2 sm:col-span-4">
              <StandingChoice
                id={controlId(at("hard"))}
                name={controlId(at("standing"))}
                hard={figure.hard}
                condition={figure.condition}
                onChange={(hard) => setValue(`figures.${index}.hard`, hard, { shouldDirty: true })}
              />
            </div>
          </div>
          <div className="grid grid-cols-4 gap-1.5 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)_2.25rem]">
            <LevelPick
              id={controlId(at("level"))}
              aria-label={t("edit.levelOf", { field: name })}
              boxed
              reach={seen}
              className="max-sm:col-span-4 [&_select]:h-9"
              options={[
                {
                  value: "",
                  label: t(
                    figure.attribute === "price"
                      ? "edit.figureLevelPrice"
                      : isWalled(figure.attribute) && seen === "member"
                        ? "form.asWholeWalled"
                        : "form.asWhole",
                    { field: label("price") },
                  ),
                },
                ...levelsAllowed(`figures.${figure.attribute}`).map((level) => ({
                  value: level,
                  label: t(`${words}.${level}`),
                })),
              ]}
              {...control.text(`figures.${index}.level`)}
            />
            <TextInput
              id={controlId(at("condition"))}
              aria-label={t("field.condition")}
              autoComplete="off"
              className="px-2 max-sm:col-span-3"
              placeholder={t("help.condition")}
              {...control.text(`figures.${index}.condition`)}
            />
            <Button
              variant="quiet"
              size="icon"
              aria-label={t("edit.removeFigure", { name })}
              onClick={remove}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
          {[...faults, ...(levelFault ? [levelFault] : [])].map((text) => (
            <FieldError key={text} id={`${controlId(at("value"))}-error`}>
              {text}
            </FieldError>
          ))}
          <PlausibleNote concept={concept} further={further} figure={figure} />
          <KeyHints>
            <span>{t(`form.hardHint.${standingOf(figure, kind)}`)}</span>
          </KeyHints>
        </div>
      </td>
    </tr>
  );
}
