import { formatDate, type Locale } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { money } from "#features/fund/view.ts";
import { provinceName } from "#features/organization/view.ts";
import type { IncentiveTermsView } from "../queries.ts";

/** Terms and the days from which they hold, the newest first. [IC1] */
export function TermsTable({
  terms,
  locale,
}: {
  readonly terms: readonly IncentiveTermsView[];
  readonly locale: Locale;
}) {
  const t = useTranslations("incentive");
  const organization = useTranslations("organization");
  const link = useTranslations("common.link");
  const join = (list: readonly string[]) => list.join(locale === "en" ? ", " : "、");
  const asked = ({ kinds, sizes, links, provinces, most, claims }: IncentiveTermsView): string => {
    const parts = [
      ...(kinds.length > 0
        ? [t("ask.kinds", { list: join(kinds.map((one) => organization(`kind.${one}`))) })]
        : []),
      ...(sizes.length > 0
        ? [t("ask.sizes", { list: join(sizes.map((one) => organization(`size.${one}`))) })]
        : []),
      ...(links.length > 0 ? [t("ask.links", { list: join(links.map((one) => link(one))) })] : []),
      ...(provinces.length > 0
        ? [t("ask.provinces", { list: join(provinces.map((one) => provinceName(one, locale) ?? one)) })]
        : []),
      ...(most === null ? [] : [t("ask.most", { amount: money(Number(most), locale) })]),
      ...(claims === null ? [] : [t("ask.claims", { count: claims })]),
    ];
    return parts.length > 0 ? parts.join(" · ") : t("asksNothing");
  };
  return (
    <DataTable
      caption={t("termsCaption")}
      rows={terms.toReversed()}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "from",
          label: t("from"),
          lead: true,
          className: "whitespace-nowrap",
          cell: ({ from }) => formatDate(from, locale),
        },
        { key: "asks", label: t("asks"), cell: asked },
      ]}
    />
  );
}
