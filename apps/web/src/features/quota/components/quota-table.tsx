import { formatDate } from "@lilink/i18n";
import { type Column, DataTable, ProgressBar } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Quota } from "../queries.ts";
import { quotaText, quotaTone, spanOf } from "../view.ts";

/** Each quota as a bar: what is used of what, what is left, and when it is whole again; what nobody used is folded. [RA13] */
export function QuotaTable({
  caption,
  quotas,
}: {
  readonly caption: string;
  readonly quotas: readonly Quota[];
}) {
  const t = useTranslations("quota");
  const locale = useLocale();
  const columns: readonly Column<Quota>[] = [
    {
      key: "name",
      label: t("column.name"),
      lead: true,
      cell: ({ name, of, seconds }) => (
        <>
          {t(`name.${name}`)}
          <span className="block text-sm font-normal text-muted">
            {t(`of.${of}`)}
            {seconds === null
              ? null
              : ` · ${t(`per.${spanOf(seconds).unit}`, { count: spanOf(seconds).count })}`}
          </span>
        </>
      ),
    },
    {
      key: "used",
      label: t("column.used"),
      className: "sm:w-2/5 [&_[role=progressbar]+span]:sm:min-w-28",
      cell: (quota) => {
        const { used, most, noticed, name } = quota;
        return (
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <ProgressBar
              label={t(`name.${name}`)}
              value={most === 0 ? 1 : used / most}
              valueText={t("usedOf", {
                used: quotaText(quota, used, locale),
                most: quotaText(quota, most, locale),
              })}
              tone={quotaTone(quota)}
              {...(noticed === undefined ? {} : { mark: noticed / most })}
            />
            {noticed === undefined ? null : (
              <span className="text-sm text-muted">
                {t("noticed", { count: quotaText(quota, noticed, locale) })}
              </span>
            )}
          </div>
        );
      },
    },
    {
      key: "left",
      label: t("column.left"),
      cell: (quota) => quotaText(quota, Math.max(0, quota.most - quota.used), locale),
    },
    {
      key: "renews",
      label: t("column.renews"),
      cell: ({ seconds, renewsAt, noticed }) =>
        seconds === null
          ? t("places")
          : renewsAt === null
            ? t("whole")
            : t(noticed === undefined ? "fills" : "renews", { at: formatDate(renewsAt, locale, "time") }),
    },
  ];
  const table = (rows: readonly Quota[], title: string) => (
    <DataTable
      caption={title}
      columns={columns}
      rows={rows}
      rowKey={({ name, of, seconds }) => `${name} ${of} ${seconds}`}
    />
  );
  const untouched = quotas.filter(({ used }) => used === 0);
  const touched = quotas.filter(({ used }) => used > 0);
  // Where nothing was used the heading says so, and nothing is folded once more.
  if (touched.length === 0) return table(quotas, caption);
  return (
    <>
      {table(touched, caption)}
      {untouched.length > 0 ? (
        <details className="opens-in-print mt-2">
          <summary className="w-fit cursor-pointer py-1 text-muted hover:text-ink">
            {t("untouched", { count: untouched.length })}
          </summary>
          {table(untouched, `${caption}: ${t("untouched", { count: untouched.length })}`)}
        </details>
      ) : null}
    </>
  );
}
