import { Badge, DataTable, EmptyState, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ownText } from "#features/record/view.ts";
import type { OwnApplication } from "../queries.ts";
import { applicationTone, money } from "../view.ts";

/** Applications that the own organization leads or joins. */
export function OwnApplications({ applications }: { readonly applications: readonly OwnApplication[] }) {
  const t = useTranslations("fund");
  const given = useLocale();
  const locale = given === "en" ? "en" : "zh-CN";
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund">{t("up")}</TextLink>}
        title={t("own.title")}
        lead={t("own.lead")}
        actions={<ButtonLink href="/fund-calls">{t("own.calls")}</ButtonLink>}
      />
      <DataTable
        caption={t("own.title")}
        rows={applications}
        rowKey={({ publicId }) => publicId}
        empty={
          <EmptyState
            title={t("own.none")}
            body={t("own.noneBody")}
            action={<ButtonLink href="/fund-calls">{t("own.calls")}</ButtonLink>}
          />
        }
        columns={[
          {
            key: "name",
            label: t("own.name"),
            lead: true,
            cell: ({ publicId, title }) => (
              <TextLink href={`/fund/applications/${publicId}`}>
                <OwnWords>{title || t("own.untitled")}</OwnWords>
              </TextLink>
            ),
          },
          {
            key: "call",
            label: t("own.call"),
            cell: ({ call }) => `${call.number} ${ownText({ zh: call.titleZh, en: call.titleEn }, locale)}`,
          },
          {
            key: "role",
            label: t("own.role"),
            speaks: true,
            cell: ({ isOwn, partners }) => {
              const waits = partners.some((one) => one.isOwn && !one.agreed);
              return waits ? (
                <Badge tone="warning">{t("own.toAgree")}</Badge>
              ) : (
                t(isOwn ? "own.leads" : "own.joins")
              );
            },
          },
          {
            key: "asked",
            label: t("room.asked"),
            align: "end",
            className: "whitespace-nowrap",
            cell: ({ asked }) => (asked === null ? t("blank.notStated") : money(asked, locale)),
          },
          {
            key: "state",
            label: t("own.state"),
            speaks: true,
            cell: ({ state }) => <Badge tone={applicationTone[state]}>{t(`state.${state}`)}</Badge>,
          },
        ]}
      />
    </>
  );
}
