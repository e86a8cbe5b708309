import { formatPeriod } from "@lilink/i18n";
import { parsePeriod, periodsInYear, returnFrequencies } from "@lilink/model/return";
import { cn, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import type { ReturnItem } from "../queries.ts";
import { splitSheet } from "../view.ts";
import { SheetName } from "./sheet-name.tsx";

/** Released returns year by year, the newest first: a row for each sheet, a cell for each period, the fuller the darker; a cell leads to its return. */
export function ReturnCalendar({ items }: { readonly items: readonly ReturnItem[] }) {
  const t = useTranslations("return.calendar");
  const locale = useLocale();
  if (items.length === 0) return null;
  const yearOf = ({ period }: ReturnItem) => parsePeriod(period)?.year ?? 0;
  const years = [...new Set(items.map(yearOf))].sort((a, b) => b - a);
  const sheets = [...new Set(items.map(({ sheet }) => sheet))].sort(bySheet);
  return (
    <Section id="released" title={t("title", { count: items.length })}>
      <p className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <span className="inline-flex items-center gap-2">
          <i aria-hidden className={cn("size-4 rounded-xs", shades.full)} /> {t("full")}
        </span>
        <span className="inline-flex items-center gap-2">
          <i aria-hidden className={cn("size-4 rounded-xs", shades.part)} /> {t("part")}
        </span>
      </p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] items-start gap-x-10 gap-y-6">
        {years.map((year) => (
          <table key={year} className="w-full text-left">
            <caption className="border-b border-edge pb-1 text-left font-medium tabular-nums">
              {formatPeriod(String(year), locale)}
            </caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t("sheet")}</th>
                <th scope="col">{t("periods")}</th>
              </tr>
            </thead>
            <tbody>
              {sheets.map((sheet) => {
                const own = items.filter((item) => item.sheet === sheet && yearOf(item) === year);
                return own.length === 0 ? null : (
                  <tr key={sheet} className="border-b border-line">
                    <th scope="row" className="py-2 pr-4 font-normal">
                      <SheetName sheet={sheet} />
                    </th>
                    <td className="w-0 py-2">
                      <YearCells sheet={sheet} items={own} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        ))}
      </div>
    </Section>
  );
}

const shades = {
  full: "bg-chain text-ground",
  part: "bg-chain/35 text-ink",
} as const;

type YearCellsProps = { readonly sheet: string; readonly items: readonly ReturnItem[] };

function YearCells({ sheet, items }: YearCellsProps) {
  const t = useTranslations("return");
  const locale = useLocale();
  const count = periodsInYear(splitSheet(sheet).frequency);
  const columns = Math.min(count, 6);
  return (
    <ul
      className="grid gap-0.5"
      style={{ gridTemplateColumns: count === 1 ? "3rem" : `repeat(${columns}, 1.5rem)` }}
    >
      {items.map(({ publicId, period, filled, asked, late }) => {
        const part = parsePeriod(period)?.part ?? 1;
        const name = t("calendar.cell", {
          period: formatPeriod(period, locale),
          filled,
          asked,
          late: late ? t("late") : "none",
        });
        return (
          <li
            key={publicId}
            style={{ gridColumn: ((part - 1) % columns) + 1, gridRow: Math.ceil(part / columns) }}
          >
            <RoutedLink
              href={`/returns/${publicId}`}
              title={name}
              className={cn(
                "flex h-6 items-center justify-center rounded-xs text-xs no-underline tabular-nums",
                filled >= asked ? shades.full : shades.part,
              )}
            >
              {period.slice(4).replace(/^-0?/, "") || t("calendar.year")}
              <span className="sr-only"> {name}</span>
            </RoutedLink>
          </li>
        );
      })}
    </ul>
  );
}

function bySheet(a: string, b: string): number {
  const rank = (sheet: string) => returnFrequencies.indexOf(splitSheet(sheet).frequency);
  return rank(b) - rank(a) || (a < b ? -1 : 1);
}
