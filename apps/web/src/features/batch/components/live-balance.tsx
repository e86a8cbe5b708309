"use client";

import { type BatchRow, judgeBatch, massTolerance } from "@lilink/model/trace/batch";
import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { percent } from "../view.ts";

/** The closure of every element and the streams that are missing, while one types. */
export function LiveBalance({
  rows,
  uIn,
  uOut,
  on,
}: {
  readonly rows: readonly BatchRow[];
  readonly uIn: number | undefined;
  readonly uOut: number | undefined;
  readonly on: string;
}) {
  const t = useTranslations("batch");
  const { elements, mass, faults } = judgeBatch({ rows, uIn, uOut, on, until: on });
  const missing = faults.flatMap((fault) => (fault.rule === "streamMissing" ? [fault.stream] : []));
  const figures = [
    ...elements.map(({ element, closure, tolerance }) => ({ name: element, closure, tolerance })),
    ...(mass.closure === null ? [] : [{ name: "mass", closure: mass.closure, tolerance: massTolerance }]),
  ];
  return (
    <div
      aria-live="polite"
      className="sticky top-14 z-20 flex flex-wrap items-baseline gap-x-5 gap-y-1 border-y border-line bg-ground py-2 text-sm tabular-nums"
    >
      <span className="font-medium">{t("form.live")}</span>
      {figures.length === 0 ? <span className="text-muted">{t("form.liveNone")}</span> : null}
      {figures.map(({ name, closure, tolerance }) => {
        const closes = Math.abs(closure - 1) <= tolerance;
        return (
          <span key={name} className={cn("whitespace-nowrap", closes ? "text-success" : "text-danger")}>
            <span aria-hidden>{closes ? "✓" : "✗"} </span>
            {name === "mass" ? t("element.mass") : name} {percent(closure)}
          </span>
        );
      })}
      {missing.map((stream) => (
        <span key={stream} className="text-danger">
          {t("page.fault.streamMissing", { stream: t(`kind.${stream as "electrolyte"}`) })}
        </span>
      ))}
    </div>
  );
}
