import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { DataTable, EmptyState } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";

type Row = inferRouterOutputs<AppRouter>["disclosure"]["list"]["items"][number];

export function DisclosureTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations("settings.disclosures");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          title={t("empty")}
          action={<ButtonLink href="/postings/own">{t("emptyStep")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "when",
          label: t("when"),
          className: "whitespace-nowrap",
          cell: (row) => formatDate(row.at, locale, "time"),
        },
        {
          key: "who",
          label: t("who"),
          lead: true,
          cell: (row) =>
            row.reader ? (
              <TextLink href={`/organizations/${row.reader.publicId}`}>
                <OwnWords whole>{organizationName(row.reader, locale)}</OwnWords>
              </TextLink>
            ) : (
              t("unknownReader")
            ),
        },
        {
          key: "what",
          label: t("what"),
          cell: (row) =>
            row.posting ? (
              <>
                <TextLink href={`/postings/${row.posting.publicId}`}>
                  <OwnWords whole>{row.posting.title}</OwnWords>
                </TextLink>{" "}
                <span className="text-sm text-muted">{t("version", { version: row.version })}</span>
              </>
            ) : row.return ? (
              <>
                <TextLink href={`/returns/${row.return.publicId}`}>
                  {t("return", { period: row.return.period ?? "" })}
                </TextLink>{" "}
                <span className="text-sm text-muted">{t("version", { version: row.version })}</span>
              </>
            ) : (
              t("deleted")
            ),
        },
        { key: "level", label: t("level"), cell: (row) => t(`levels.${row.level as "partner"}`) },
        { key: "why", label: t("why"), cell: (row) => t(`purposes.${row.purpose as "partner"}`) },
      ]}
    />
  );
}
