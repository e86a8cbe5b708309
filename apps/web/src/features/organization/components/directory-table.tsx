import { countryName } from "@lilink/i18n";
import { type Column, DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { KeptNote } from "#components/kept-note.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { readDirectory } from "../queries.ts";
import { organizationName, otherName, provinceName } from "../view.ts";
import { LinkBadges } from "./link-badges.tsx";
import { Logo } from "./logo.tsx";
import { StatusBadge } from "./organization-badges.tsx";

type Row = Awaited<ReturnType<typeof readDirectory>>["page"]["items"][number];

export function DirectoryTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations("organization");
  const locale = useLocale();
  const placeOf = (row: Row) =>
    row.country === "CN"
      ? provinceName(row.province, locale)
      : t("list.abroad", { country: countryName(row.country, locale) });
  // Of most bodies of the directory nobody has told a place: a column that is mostly empty is left out.
  const isPlaced = rows.filter(placeOf).length * 3 >= rows.length;
  const place: Column<Row> = {
    key: "province",
    label: t("list.province"),
    speaks: true,
    className: "text-sm",
    cell: (row) => <KeptNote>{placeOf(row) ?? ""}</KeptNote>,
  };
  return (
    <DataTable
      caption={t("list.caption")}
      rows={rows}
      rowKey={(row) => row.publicId}
      empty={
        <EmptyState
          title={t("list.empty")}
          body={t("list.emptyBody")}
          action={<ButtonLink href="/organizations/new">{t("list.register")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "name",
          label: t("list.search"),
          lead: true,
          className: "min-w-52",
          cell: (row) => (
            <>
              <span className="inline-flex items-center gap-2">
                <Logo file={row.logo} />
                <TextLink href={`/organizations/${row.publicId}`}>
                  <OwnWords whole>{organizationName(row, locale)}</OwnWords>
                </TextLink>
              </span>
              <span className="block text-sm font-normal text-muted empty:hidden">
                <OwnWords whole>{otherName(row, locale) ?? ""}</OwnWords>
              </span>
            </>
          ),
        },
        {
          key: "kind",
          label: t("list.kind"),
          speaks: true,
          cell: (row) => t(`kind.${row.kind}`),
          className: "text-sm",
        },
        {
          key: "link",
          label: t("list.link"),
          speaks: true,
          cell: (row) => <LinkBadges links={row.links} />,
        },
        ...(isPlaced ? [place] : []),
        {
          key: "status",
          label: t("list.status"),
          speaks: true,
          cell: (row) => <StatusBadge status={row.status} />,
        },
      ]}
    />
  );
}
