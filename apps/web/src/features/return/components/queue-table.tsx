import { formatDate, formatPeriod, type Locale } from "@lilink/i18n";
import { countWorkingDays } from "@lilink/model/calendar";
import { waitingStates } from "@lilink/model/return";
import { type Column, DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { DueText } from "#features/introduction/components/due-text.tsx";
import { organizationName, provinceName } from "#features/organization/view.ts";
import type { QueueItem } from "../queries.ts";
import { RemindButton } from "./remind-button.tsx";
import { SheetName } from "./sheet-name.tsx";
import { StateBadges } from "./state-badges.tsx";

export type QueueTableProps = {
  readonly items: readonly QueueItem[];
  /** Whether they are those that never came: there is nothing to read of them yet. */
  readonly overdue: boolean;
  /** Whether the reader decides, and so may remind those who owe. */
  readonly mayRemind: boolean;
};

/** Returns that the reader checks, those that waited longest first. */
export function QueueTable({ items, overdue, mayRemind }: QueueTableProps) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const submitted: Column<QueueItem> = {
    key: "submitted",
    label: t("column.submitted"),
    align: "end",
    className: "whitespace-nowrap",
    cell: ({ submittedAt, state }) =>
      submittedAt ? (
        <>
          {formatDate(submittedAt, locale)}
          {waitingStates.some((one) => one === state) ? (
            <span className="block text-sm text-warning">
              {t("queue.waits", { days: countWorkingDays(submittedAt, new Date()) })}
            </span>
          ) : null}
        </>
      ) : null,
  };
  const overdueColumns: readonly Column<QueueItem>[] = [
    {
      key: "due",
      label: t("column.due"),
      speaks: true,
      cell: ({ dueAt }) => <DueText due={dueAt} />,
    },
    {
      key: "action",
      label: t("column.action"),
      align: "end",
      speaks: true,
      cell: ({ publicId, own, conflict, organization }) =>
        mayRemind && !own && !conflict ? (
          <RemindButton publicId={publicId} name={organizationName(organization, locale)} />
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t("queue.title")}
      rows={items}
      rowKey={({ publicId }) => publicId}
      empty={
        <EmptyState
          title={t(overdue ? "queue.noneOverdue" : "queue.empty")}
          body={t(overdue ? "queue.noneOverdueBody" : "queue.emptyBody")}
          action={<ButtonLink href="/review/rounds">{t("queue.emptyAction")}</ButtonLink>}
        />
      }
      columns={[
        {
          key: "organization",
          label: t("column.organization"),
          lead: true,
          cell: (item) => (
            <>
              <TextLink
                href={
                  overdue
                    ? `/organizations/${item.organization.publicId}`
                    : `/review/returns/${item.publicId}`
                }
              >
                <OwnWords whole>{organizationName(item.organization, locale)}</OwnWords>
              </TextLink>
              {!overdue && (item.own || item.conflict) ? (
                <span className="block text-sm font-normal text-muted">
                  {t(item.own ? "queue.own" : "queue.conflict")}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "period",
          label: t("column.period"),
          speaks: true,
          className: "whitespace-nowrap",
          cell: ({ period }) => formatPeriod(period, locale),
        },
        {
          key: "sheet",
          label: t("column.sheet"),
          speaks: true,
          cell: ({ sheet }) => <SheetName sheet={sheet} />,
        },
        {
          key: "province",
          label: t("column.province"),
          speaks: true,
          cell: ({ province }) => provinceName(province, locale),
        },
        // What all have in common the tab above says.
        ...(items.some(({ state, late }) => late || state !== items[0]?.state)
          ? [
              {
                key: "state",
                label: t("column.state"),
                speaks: true,
                cell: ({ state, late }: QueueItem) => <StateBadges state={state} late={late} />,
              },
            ]
          : []),
        ...(overdue ? overdueColumns : [submitted]),
      ]}
    />
  );
}
