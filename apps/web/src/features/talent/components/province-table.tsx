import { placeName } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ProvinceOutlook, Talent } from "../queries.ts";
import { bandText, cellText, shareText } from "../view.ts";

/** People wanted by province, with the forecast and how far off such a one was, from the same protected sums. [SK10] */
export function ProvinceTable({ talent }: { readonly talent: Talent }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const { year } = talent;
  const none = <span className="text-muted">{t("unknown")}</span>;
  const share = (value: number) => shareText({ low: value, high: value }, locale);
  return (
    <DataTable
      caption={t("byProvince")}
      rows={talent.provinces}
      rowKey={({ province }) => province}
      columns={[
        {
          key: "province",
          label: t("province"),
          lead: true,
          cell: ({ province }: ProvinceOutlook) => placeName(province, locale),
        },
        {
          key: "wanted",
          label: t("wanted"),
          align: "end",
          cell: ({ wanted }: ProvinceOutlook) => (wanted ? cellText(wanted, locale) : none),
        },
        {
          key: "next",
          label: t("next", { year: String(year + 1) }),
          align: "end",
          cell: ({ next }: ProvinceOutlook) => (next ? bandText(next, locale) : none),
        },
        {
          key: "error",
          label: t("error", { year: String(year - 1) }),
          align: "end",
          cell: ({ error }: ProvinceOutlook) => (error === null ? none : share(error)),
        },
        {
          key: "naive",
          label: t("naive"),
          align: "end",
          cell: ({ naiveError }: ProvinceOutlook) => (naiveError === null ? none : share(naiveError)),
        },
      ]}
    />
  );
}
