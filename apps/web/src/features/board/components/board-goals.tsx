import { loadGoal, progressStatuses } from "@lilink/model/goals";
import { DataTable, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { StatusBadge } from "#features/standing/components/marks.tsx";
import { StandingTable } from "#features/standing/components/standing-table.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { toStandingCounts, toSureness } from "../view.ts";
import { OriginLine } from "./origin-line.tsx";

export type BoardGoalsProps = { readonly standings: readonly StandingItem[] };

/** Where we stand, how sure we are, what holds us back: the goals by link, from released figures alone. */
export function BoardGoals({ standings }: BoardGoalsProps) {
  const t = useTranslations("standing.summary");
  const board = useTranslations("board.goals");
  const words = useTranslations("standing.status");
  const rows = toStandingCounts(standings);
  const shown = progressStatuses.filter((status) => rows.some(({ counts }) => counts[status] > 0));
  const open = standings.filter((one) => one.status === "not_assessable").length;
  const sure = toSureness(standings);
  const slow = standings.filter(({ heldBack }) => heldBack);
  const printed = standings.filter((one) => loadGoal(one.goal).target !== null);
  return (
    <Section id="goals" title={t("title")} action={<TextLink href="/goals">{board("open")}</TextLink>}>
      <p className="mb-2 text-sm text-muted">{t("lead", { assessed: standings.length - open, open })}</p>
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={(row) => row.link}
        columns={[
          { key: "link", label: t("link"), lead: true, cell: (row) => <LinkBadge link={row.link} /> },
          ...shown.map((status) => ({
            key: status,
            label: words(status),
            head: <StatusBadge status={status} />,
            align: "end" as const,
            cell: ({ link, counts }: (typeof rows)[number]) =>
              counts[status] === 0 ? (
                0
              ) : (
                <TextLink href={{ pathname: "/goals", query: { link, status } }}>{counts[status]}</TextLink>
              ),
          })),
        ]}
      />
      <p className="mt-3 text-sm">
        <span className="mr-2 font-medium">{t("sure")}</span>
        {sure ? t("sureBody", { days: sure.days, percent: sure.percent }) : t("sureNone")}
      </p>
      <h3 className="mt-6 mb-1">{t("holdsBack")}</h3>
      {slow.length === 0 ? (
        <p className="text-sm text-muted">{t("holdsBackNone")}</p>
      ) : (
        <StandingTable caption={t("holdsBack")} standings={slow} />
      )}
      <h3 className="mt-6 mb-1">{board("printed")}</h3>
      <StandingTable caption={board("printed")} standings={printed} />
      <OriginLine source="paper" />
    </Section>
  );
}
