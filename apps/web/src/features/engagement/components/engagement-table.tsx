import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable, EmptyState } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Engagement } from "../queries.ts";
import { isOpen, standingTones } from "../view.ts";
import { EndButton } from "./end-button.tsx";

/** The advisers of one's own organization, with what each may do and where it stands. [AV1] */
export function EngagementTable({
  rows,
  mayEnd,
}: {
  readonly rows: readonly Engagement[];
  readonly mayEnd: boolean;
}) {
  const t = useTranslations("engagement");
  const locale = useLocale();
  const nameOf = ({ adviser }: Engagement) => adviser.name ?? adviser.email;
  const columns: Column<Engagement>[] = [
    {
      key: "adviser",
      label: t("column.adviser"),
      lead: true,
      cell: (row) => (
        <>
          <OwnWords whole>{nameOf(row)}</OwnWords>
          <span className="block text-sm font-normal text-muted">
            {row.adviser.body ? (
              <OwnWords whole>{organizationName(row.adviser.body, locale)}</OwnWords>
            ) : null}
            {row.adviser.name === null && row.standing === "proposed" ? ` · ${t("unnamed")}` : null}
          </span>
        </>
      ),
    },
    {
      key: "scopes",
      label: t("column.scopes"),
      cell: ({ scopes }) => (
        <ul>
          {scopes.map((scope) => (
            <li key={scope}>{t(`scope.${scope}`)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: "days",
      label: t("column.days"),
      className: "whitespace-nowrap",
      cell: ({ fromOn, untilOn }) =>
        t("days", {
          from: formatDate(new Date(fromOn), locale),
          until: formatDate(new Date(untilOn), locale),
        }),
    },
    { key: "reason", label: t("column.reason"), cell: ({ reason }) => <OwnWords>{reason}</OwnWords> },
    {
      key: "state",
      label: t("column.state"),
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={standingTones[row.standing]}>{t(`standing.${row.standing}`)}</Badge>
          {row.endedSide ? <span className="text-sm text-muted">{t(`endedBy.${row.endedSide}`)}</span> : null}
          {mayEnd && isOpen(row) ? <EndButton publicId={row.publicId} name={nameOf(row)} /> : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={({ publicId }) => publicId}
      columns={columns}
      empty={
        <EmptyState
          title={t("none")}
          body={t("noneStep")}
          action={<ButtonLink href="/help">{t("help")}</ButtonLink>}
        />
      }
    />
  );
}
