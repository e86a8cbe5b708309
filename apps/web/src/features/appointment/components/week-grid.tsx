"use client";

import { formatDate, formatWeekday } from "@lilink/i18n";
import type { Quarter, WeekCell } from "@lilink/model/appointment";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { markOf, type Window } from "../view.ts";

export type WeekGridProps = {
  readonly cells: readonly WeekCell[];
  readonly marked: ReadonlySet<Quarter>;
  readonly window: Window;
  readonly hours: readonly number[];
  readonly onToggle: (cell: WeekCell) => void;
};

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The hours of a week in reach of a thumb; one of them is in the order of tabs, arrows lead to the others. */
export function WeekGrid({ cells, marked, window, hours, onToggle }: WeekGridProps) {
  const t = useTranslations("appointment.mark");
  const locale = useLocale();
  const table = useRef<HTMLTableElement>(null);
  const days = [...new Set(cells.map(({ day }) => day))];
  const [active, setActive] = useState("0 0");
  const move = (event: KeyboardEvent, row: number, column: number) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const at = `${row + step[0]} ${column + step[1]}`;
    table.current?.querySelector<HTMLButtonElement>(`[data-at="${at}"]`)?.focus();
  };
  return (
    <table
      ref={table}
      className="w-full max-w-2xl table-fixed border-separate border-spacing-0.5 select-none"
    >
      <caption className="sr-only">{t("grid", { day: formatDate(days[0] ?? "", locale) })}</caption>
      <thead>
        <tr>
          <td className="w-8" />
          {days.map((day) => (
            <th key={day} scope="col" className="pb-1 text-center text-xs font-medium">
              {formatWeekday(day, locale)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour, row) => (
          <tr key={hour}>
            <th scope="row" className="pr-1 text-right text-xs font-normal text-muted tabular-nums">
              {String(hour).padStart(2, "0")}
            </th>
            {days.map((day, column) => {
              const cell = cells.find((one) => one.day === day && one.hour === hour);
              if (!cell) return <td key={day} />;
              const mark = markOf(cell, marked, window);
              const at = `${row} ${column}`;
              return (
                <td key={day} className="p-0">
                  <button
                    type="button"
                    data-at={at}
                    tabIndex={active === at ? 0 : -1}
                    aria-pressed={mark === "part" ? "mixed" : mark === "all"}
                    aria-disabled={mark === "closed"}
                    aria-label={t("hour", { day: formatDate(day, locale), hour })}
                    title={mark === "part" ? t("part") : undefined}
                    className={cn(
                      "block h-10 w-full rounded-sm border text-sm leading-none",
                      mark === "all" && "border-success bg-success text-ground",
                      mark === "part" && "border-success bg-success-wash text-success",
                      mark === "none" && "border-edge bg-ground",
                      mark === "closed" && "cursor-default border-line bg-sunken",
                    )}
                    onFocus={() => setActive(at)}
                    onKeyDown={(event) => move(event, row, column)}
                    onClick={() => {
                      if (mark !== "closed") onToggle(cell);
                    }}
                  >
                    <span aria-hidden>{mark === "all" ? "✓" : mark === "part" ? "–" : null}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
