"use client";

import { formatDate, formatNumber, formatPeriod } from "@lilink/i18n";
import { DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { AdoptionItem } from "../queries.ts";
import { useRegionName } from "./use-region-name.ts";

export type AdoptionListProps = {
  readonly adoptions: readonly AdoptionItem[];
  /** An officer may withdraw one. */
  readonly keeps: boolean;
};

/** What measures take from a series: the reading, the figure and why. */
export function AdoptionList({ adoptions, keeps }: AdoptionListProps) {
  const t = useTranslations("series");
  const locale = useLocale();
  const regionName = useRegionName();
  const client = useTRPCClient();
  const router = useRouter();
  if (adoptions.length === 0) return <p className="text-muted">{t("adoptionsNone")}</p>;
  return (
    <DataTable
      caption={t("adoptions")}
      rows={adoptions}
      rowKey={({ publicId }) => publicId}
      columns={[
        {
          key: "measure",
          label: t("measure"),
          lead: true,
          cell: ({ indicator, measure }) => (
            <TextLink href={`/indicators/${indicator}`}>{`${indicator} ${measure}`}</TextLink>
          ),
        },
        { key: "period", label: t("period"), cell: ({ period }) => formatPeriod(period, locale) },
        {
          key: "reading",
          label: t("reading"),
          cell: ({ reading, region }) =>
            region ? `${t(`readings.${reading}`)} · ${regionName(region)}` : t(`readings.${reading}`),
        },
        {
          key: "figure",
          label: t("figure"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ low, high }) =>
            low === high
              ? formatNumber(low, locale)
              : `${formatNumber(low, locale)}–${formatNumber(high, locale)}`,
        },
        {
          key: "reason",
          label: t("reason"),
          className: "text-sm",
          cell: ({ reason, vintage, adoptedAt }) => (
            <span>
              {reason}
              <span className="block text-muted">{`${vintage} · ${formatDate(adoptedAt, locale)}`}</span>
            </span>
          ),
        },
        ...(keeps
          ? [
              {
                key: "withdraw",
                label: t("act"),
                cell: ({ publicId }: AdoptionItem) => (
                  <ReasonDialog
                    label={t("withdraw")}
                    title={t("withdrawTitle")}
                    body={t("withdrawBody")}
                    run={async (reason) => {
                      await client.series.withdraw.mutate({ publicId, reason });
                      router.refresh();
                    }}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
