import { formatPeriod } from "@lilink/i18n";
import { parsePeriod, periodsInYear, returnFrequencies } from "@lilink/model/return";
import { cn, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import type { ReturnItem } from "../queries.ts";
import { splitSheet } from "../view.ts";
import { SheetName } from "./sheet-name.tsx";

/** Released returns as a calendar: a row for each sheet, a cell for each period, the fuller the darker; a cell leads to its return. */
export function ReturnCalendar({ items }: { readonly items: readonly ReturnItem[] }) {
  const t = useTranslations("return.calendar");
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
      <div className="relative overflow-x-auto">
        <table className="text-left">
          <caption className="sr-only">{t("title", { count: items.length })}</caption>
          <thead>
            <tr className="border-b border-edge text-sm">
              <th scope="col" className="pr-6 pb-1 font-normal text-muted">
                {t("sheet")}
              </th>
              {years.map((year) => (
                <th key={year} scope="col" className="pr-4 pb-1 font-normal text-muted tabular-nums">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet) => (
              <tr key={sheet} className="border-b border-line">
                <th scope="row" className="py-2 pr-6 font-normal whitespace-nowrap">
                  <SheetName sheet={sheet} />
                </th>
                {years.map((year) => (
                  <td key={year} className="py-2 pr-4">
                    <YearCells
                      sheet={sheet}
                      items={items.filter((item) => item.sheet === sheet && yearOf(item) === year)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
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
    <ul className="grid gap-0.5" style={{ gridTemplateColumns: `repeat(${columns}, 1.5rem)` }}>
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
              {period.slice(4).replace(/^-0?/, "")}
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
