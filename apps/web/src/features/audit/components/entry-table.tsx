import { formatDate, type Locale } from "@lilink/i18n";
import { type Column, EmptyState } from "@lilink/ui";
import { useLocale, useMessages, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { FoldedTable } from "#components/folded-table.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { detailText, namedDetail, toActText, valueWords, withoutIds } from "../view.ts";

export type EntryRow = {
  readonly id: string;
  readonly at: Date;
  readonly number: number;
  readonly actorKind: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The title of the own posting that was acted on, and of one that the details name. */
  readonly title?: string | null;
  readonly postingTitle?: string | null;
  /** The record that was acted on. */
  readonly record?: {
    readonly path: string;
    readonly titleZh: string | null;
    readonly titleEn: string | null;
  } | null;
  /** The seat that the details name. */
  readonly seat?: { readonly titleZh: string | null; readonly titleEn: string | null } | null;
  readonly person?: { readonly name: string } | null;
  readonly pseudonym?: string | null;
  readonly organization?: {
    readonly publicId: string;
    readonly nameZh: string;
    readonly nameEn: string | null;
  } | null;
};

/** Entries of an audit: of the own organization with names, of all with pseudonyms and the organizations. */
export function EntryTable(props: {
  readonly caption: string;
  readonly pathname: string;
  readonly rows: readonly EntryRow[];
}) {
  const t = useTranslations("audit");
  const messages = useMessages();
  const { act, audit } = messages;
  const locale = useLocale() as Locale;
  const ofAll = props.rows.some((row) => row.organization !== undefined);
  const organization: Column<EntryRow> = {
    key: "organization",
    label: t("column.organization"),
    speaks: true,
    cell: (row) =>
      row.organization ? (
        <TextLink href={`/organizations/${row.organization.publicId}`}>
          <OwnWords whole>{organizationName(row.organization, locale)}</OwnWords>
        </TextLink>
      ) : (
        t("none")
      ),
  };
  return (
    <FoldedTable
      caption={props.caption}
      rows={props.rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          title={t("empty")}
          action={<ButtonLink href={props.pathname}>{t("emptyStep")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "action",
          label: t("column.action"),
          lead: true,
          className: "sm:min-w-44",
          cell: ({ action }) => toActText(act, action),
        },
        {
          key: "at",
          label: t("column.at"),
          speaks: true,
          className: "whitespace-nowrap",
          cell: (row) => formatDate(row.at, locale, "time"),
        },
        ...(ofAll ? [organization] : []),
        {
          key: "who",
          label: t("column.who"),
          speaks: true,
          className: "whitespace-nowrap",
          cell: (row) => row.person?.name ?? row.pseudonym ?? t(`actor.${row.actorKind as "member"}`),
        },
        {
          key: "detail",
          label: t("column.detail"),
          speaks: true,
          cell: (row) => (
            <Detail
              row={row}
              text={detailText(
                withoutIds(namedDetail(row)),
                audit.detail,
                valueWords(row.action, messages, locale),
                locale,
              )}
            />
          ),
        },
        {
          key: "number",
          label: t("column.number"),
          align: "end",
          speaks: true,
          cell: (row) => (
            <span className="tabular-nums max-sm:text-sm max-sm:text-muted">
              <span className="sm:hidden">{t("column.number")} </span>
              {row.number}
            </span>
          ),
        },
      ]}
    />
  );
}

function Detail({ row, text }: { readonly row: EntryRow; readonly text: string }) {
  const locale = useLocale();
  const { record } = row;
  const named =
    record && ((locale === "en" ? record.titleEn : record.titleZh) ?? record.titleZh ?? record.titleEn);
  if (!row.title && !text && !record) return <span data-silent />;
  return (
    <span className="text-sm text-muted wrap-anywhere">
      {row.title ? <OwnWords>{row.title}</OwnWords> : null}
      {record ? (
        <TextLink href={record.path}>
          <OwnWords>{named ?? record.path}</OwnWords>
        </TextLink>
      ) : null}
      {(row.title || record) && text ? " · " : null}
      <span className="inline-block first-letter:uppercase">{text}</span>
    </span>
  );
}
