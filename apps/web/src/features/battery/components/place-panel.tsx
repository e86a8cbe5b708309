import { useLocale, useTranslations } from "next-intl";
import { ProvinceTiles } from "#features/figure/components/province-tiles.tsx";
import { mapFrom } from "#features/figure/view.ts";
import { provinceName } from "#features/organization/view.ts";
import type { BatteryLife } from "../queries.ts";
import { daysByProvince } from "./life-days.ts";

/** Where a battery has been and for how many days: as a list, and from five provinces on as a map. */
export function PlacePanel({ life, until }: { readonly life: BatteryLife; readonly until: string }) {
  const t = useTranslations("battery.life.map");
  const locale = useLocale();
  const { days, unknown } = daysByProvince(life, until);
  const isMapped = Object.keys(days).length >= mapFrom;
  const rows = [
    ...Object.entries(days)
      .toSorted((a, b) => b[1] - a[1])
      .map(([code, count]) => ({ key: code, name: provinceName(code, locale), count })),
    ...(unknown > 0 ? [{ key: "unknown", name: t("unknown"), count: unknown }] : []),
  ];
  return (
    <div
      className={
        isMapped ? "grid items-start gap-x-6 gap-y-4 sm:grid-cols-[20rem_minmax(0,1fr)]" : "max-w-xl"
      }
    >
      {isMapped ? (
        <ProvinceTiles
          counts={days}
          nameOf={(name, count) => t("tile", { name, count })}
          hrefOf={() => "#life"}
        />
      ) : null}
      <div>
        <dl className="border-t border-line text-sm">
          {rows.map(({ key, name, count }) => (
            <div key={key} className="flex justify-between gap-4 border-b border-line py-1.5">
              <dt>{name}</dt>
              <dd className="whitespace-nowrap tabular-nums">{t("days", { count })}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-xs text-muted">{t("note")}</p>
      </div>
    </div>
  );
}
