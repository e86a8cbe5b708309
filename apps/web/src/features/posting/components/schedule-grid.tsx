"use client";

import { formatPeriod } from "@lilink/i18n";
import { toShanghaiDate } from "@lilink/model/calendar";
import {
  mergeSchedule,
  mostScheduleRows,
  periodsAfter,
  readPeriod,
  readSchedule,
  usualMonths,
} from "@lilink/model/posting";
import { Button, cn, TextInput } from "@lilink/ui";
import { CalendarRange, Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";

/** An amount for each month or week, typed in a small grid or pasted from a sheet. [PO26] [PO27] */
export function ScheduleGrid() {
  const t = useTranslations("posting.schedule");
  const locale = useLocale();
  const { change, places, errorOf } = useFormTools();
  const { control, setValue, getValues } = useFormContext<DraftValues>();
  const rows = useWatch({ control, name: "volume.schedule" });

  const put = (what: string, schedule: DraftValues["volume"]["schedule"]) =>
    change(what, (now) => ({
      ...now,
      volume: { ...now.volume, schedule: schedule.slice(0, mostScheduleRows) },
    }));
  const add = (count: number) => {
    const day = getValues("volume.from") || toShanghaiDate(new Date());
    const next = periodsAfter(rows, day, count).map((period) => ({ period, amount: "" }));
    put(t("added", { count: next.length }), [...rows, ...next]);
    places.focusNext(controlId(`volume.schedule.${rows.length}.amount`));
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    const waiting = rows.filter(({ amount }) => amount.trim() === "").map(({ period }) => period);
    const read = readSchedule(text, waiting);
    if (read.length === 0) return;
    event.preventDefault();
    // The table of figures around it would read the same cells as figures.
    event.stopPropagation();
    put(t("pasted", { count: read.length }), mergeSchedule(rows, read));
  };
  const isFull = rows.length >= mostScheduleRows;
  return (
    <fieldset className="flex flex-col gap-1.5" onPaste={paste}>
      <legend className="sr-only">{t("title")}</legend>
      {rows.length > 0 ? (
        <ol className="grid grid-cols-2 gap-x-3 gap-y-1.5 sm:grid-cols-3 lg:grid-cols-4">
          {rows.map((row, at) => {
            const name = formatPeriod(readPeriod(row.period) ?? row.period, locale);
            const isAmiss = (["period", "amount"] as const).some((cell) =>
              errorOf(`volume.schedule.${at}.${cell}`),
            );
            return (
              <li key={at} className="grid grid-cols-[5.25rem_minmax(0,1fr)] gap-1">
                <TextInput
                  id={controlId(`volume.schedule.${at}.period`)}
                  aria-label={t("period", { row: at + 1 })}
                  placeholder="2027-03"
                  autoComplete="off"
                  value={row.period}
                  aria-invalid={isAmiss || undefined}
                  className="px-1.5 text-sm tabular-nums"
                  onChange={({ target }) =>
                    setValue(`volume.schedule.${at}.period`, target.value, { shouldDirty: true })
                  }
                />
                <TextInput
                  id={controlId(`volume.schedule.${at}.amount`)}
                  aria-label={t("amount", { period: name })}
                  inputMode="decimal"
                  autoComplete="off"
                  value={row.amount}
                  aria-invalid={isAmiss || undefined}
                  className={cn("px-2 text-right text-sm tabular-nums", row.amount !== "" && "font-semibold")}
                  onChange={({ target }) =>
                    setValue(`volume.schedule.${at}.amount`, target.value, { shouldDirty: true })
                  }
                />
              </li>
            );
          })}
        </ol>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {rows.length === 0 ? (
          <Button
            id={controlId("volume.schedule")}
            size="sm"
            variant="quiet"
            className="-ml-3"
            onClick={() => add(usualMonths)}
          >
            <CalendarRange aria-hidden />
            {t("begin")}
          </Button>
        ) : (
          <>
            {isFull ? null : (
              <Button id={controlId("volume.schedule")} size="sm" variant="quiet" onClick={() => add(1)}>
                <Plus aria-hidden />
                {t("more")}
              </Button>
            )}
            <Button size="sm" variant="quiet" onClick={() => put(t("removed"), [])}>
              <Trash2 aria-hidden />
              {t("remove")}
            </Button>
          </>
        )}
        <span className="text-xs text-muted">{rows.length === 0 ? t("beginHint") : t("hint")}</span>
      </div>
    </fieldset>
  );
}
