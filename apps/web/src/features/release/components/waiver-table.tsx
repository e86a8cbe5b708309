import { formatDate } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { EmptyAbove } from "#components/empty-above.tsx";
import type { WaiverItem } from "../queries.ts";
import { indicatorName } from "../view.ts";
import { WithdrawButton } from "./withdraw-button.tsx";

/** What the organization lets be told, and what it no longer does. */
export function WaiverTable({ waivers }: { readonly waivers: readonly WaiverItem[] }) {
  const t = useTranslations("release.waiver");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={waivers}
      rowKey={({ indicator, givenAt }) => `${indicator} ${givenAt.toISOString()}`}
      empty={<EmptyAbove title={t("empty")} form="give" step={t("emptyStep")} />}
      columns={[
        {
          key: "indicator",
          label: t("indicator"),
          lead: true,
          cell: ({ indicator }) => indicatorName(indicator, locale),
        },
        { key: "given", label: t("given"), cell: ({ givenAt }) => formatDate(givenAt, locale) },
        { key: "by", label: t("by"), cell: ({ givenBy }) => givenBy },
        {
          key: "state",
          label: t("state"),
          cell: ({ indicator, withdrawnAt }) =>
            withdrawnAt ? (
              t("withdrawn", { date: formatDate(withdrawnAt, locale) })
            ) : (
              <WithdrawButton indicator={indicator} />
            ),
        },
      ]}
    />
  );
}
