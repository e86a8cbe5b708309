import { placeName } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ProvinceOutlook, Talent } from "../queries.ts";
import { useOutlookColumns } from "./outlook-columns.tsx";
import { WantedText } from "./wanted-text.tsx";

/** People wanted by province, with the forecast and how far off such a one was, from the same protected sums. [SK10] */
export function ProvinceTable({ talent }: { readonly talent: Talent }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  const none = <span className="text-muted">{t("unknown")}</span>;
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
          label: t("testersWanted", { year: String(talent.year) }),
          align: "end",
          cell: ({ wanted }: ProvinceOutlook) => (wanted ? <WantedText wanted={wanted} /> : none),
        },
        ...useOutlookColumns(talent.year),
      ]}
    />
  );
}
