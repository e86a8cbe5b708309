import { formatDate } from "@lilink/i18n";
import { zoneOf } from "@lilink/model/event";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { Scrolled } from "#components/scrolled.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { HallBoard } from "../queries.ts";
import { toHours } from "../view.ts";

/** So many tables stand side by side on a common screen. */
const mostSeen = 4;

type Given = { readonly board: HallBoard; readonly closed: readonly number[] };
type Seat = HallBoard["seats"][number];

/** Slots down, tables across: the picture of a hall. What this version changes is marked, and what has begun stands above a line. */
export function HallGrid({ board, closed }: Given) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  const { hall, seats, now } = board;
  const at = new Map(seats.map((seat) => [`${seat.slot} ${seat.table}`, seat]));
  const tables = Array.from({ length: hall.tables }, (_, table) => table);
  const zones = tables.map((table) => zoneOf(hall, table));
  const isFirst = (table: number) => table > 0 && zones[table] !== zones[table - 1];
  return (
    <Scrolled
      label={t("gridScroll")}
      hint={t("gridHint", { count: hall.tables })}
      always={hall.tables > mostSeen}
      className="relative max-h-[70vh] overflow-auto rounded-md border border-line"
    >
      <table className="w-max border-collapse text-sm">
        <caption className="sr-only">{t("grid")}</caption>
        <thead className="sticky top-0 z-20 bg-ground">
          <tr>
            <th scope="col" className="sticky left-0 z-30 border-b border-line bg-ground px-3 py-2 text-left">
              {t("slot")}
            </th>
            {tables.map((table) => (
              <th
                key={table}
                scope="col"
                className={cn(
                  "w-44 border-b border-line px-2 py-2 text-left font-medium whitespace-nowrap",
                  isFirst(table) && "border-l-4",
                )}
              >
                {t("table", { number: table + 1 })}
                <span className="ml-1.5 text-xs font-normal text-muted">
                  {t("zone", { number: (zones[table] ?? 0) + 1 })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hall.slots.map((slot, index) => (
            <Fragment key={`${slot.day} ${slot.from}`}>
              {index === now && now > 0 ? (
                <tr>
                  <td
                    colSpan={tables.length + 1}
                    className="border-t-2 border-accent px-3 py-0.5 text-xs text-accent-ink"
                  >
                    {t("nowLine")}
                  </td>
                </tr>
              ) : null}
              <tr
                id={`slot-${index + 1}`}
                className={cn("scroll-mt-40", slot.rested && index > 0 && "border-t-4 border-line")}
              >
                <th
                  scope="row"
                  className="sticky left-0 z-10 border-b border-line bg-ground px-3 py-1.5 text-left font-normal whitespace-nowrap tabular-nums"
                >
                  <span className="font-medium">{index + 1}</span>{" "}
                  <span className="text-muted">
                    {slot.day !== hall.slots[index - 1]?.day ? `${formatDate(slot.day, locale)} ` : ""}
                    {toHours(slot)}
                  </span>
                </th>
                {tables.map((table) => (
                  <td
                    key={table}
                    className={cn(
                      "h-12 border-b border-l border-line p-0 align-top",
                      isFirst(table) && "border-l-4",
                    )}
                  >
                    <Cell seat={at.get(`${index} ${table}`)} isClosed={closed.includes(table + 1)} />
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Cell({ seat, isClosed }: { readonly seat: Seat | undefined; readonly isClosed: boolean }) {
  const t = useTranslations("event.board");
  const locale = useLocale();
  if (!seat)
    return isClosed ? (
      <span className="block h-full bg-sunken px-2 py-1 text-xs text-muted">{t("shut")}</span>
    ) : (
      <span className="sr-only">{t("empty")}</span>
    );
  const names = seat.sides.map((side) => organizationName(side, locale));
  return (
    <span
      title={names.join(" – ")}
      className={cn(
        "block h-full w-44 border-l-4 border-materials bg-raised px-2 py-1 text-xs leading-snug",
        seat.changed && "border-accent bg-accent-wash",
      )}
    >
      {names.map((name) => (
        <span key={name} className="line-clamp-2">
          {name}
        </span>
      ))}
      {seat.changed ? <span className="sr-only">{t("changed")}</span> : null}
    </span>
  );
}
