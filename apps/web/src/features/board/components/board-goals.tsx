import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { Figure } from "#components/figure.tsx";
import { LinkBadge } from "#features/chain/components/link-badge.tsx";
import { BaselineFigure, TargetFigure } from "#features/goal/components/goal-marks.tsx";
import type { GoalItem } from "#features/goal/queries.ts";
import { inLocale } from "#features/goal/view.ts";
import { type GoalRow, toGoalRows } from "../view.ts";
import { OriginLine } from "./origin-line.tsx";

/** The goals by link and state. Nothing has been released yet, and that is said rather than drawn as zero. */
export function BoardGoals({ goals }: { readonly goals: readonly GoalItem[] }) {
  const t = useTranslations("board.goals");
  const column = useTranslations("goal.column");
  const locale = useLocale();
  const number = (key: "closed" | "running" | "baseline", href?: string) => ({
    key,
    label: t(key),
    align: "end" as const,
    cell: (row: GoalRow) => (href && row[key] > 0 ? <TextLink href={href}>{row[key]}</TextLink> : row[key]),
  });
  return (
    <Section id="goals" title={t("title")} action={<TextLink href="/goals">{t("open")}</TextLink>}>
      <p className="mb-2 text-sm text-muted">{t("lead")}</p>
      <DataTable
        caption={t("caption")}
        rows={toGoalRows(goals)}
        rowKey={(row) => row.link}
        columns={[
          { key: "link", label: t("link"), lead: true, cell: (row) => <LinkBadge link={row.link} /> },
          number("closed", "/goals#horizon-2025"),
          number("running", "/goals#horizon-2035"),
          number("baseline"),
          { key: "released", label: t("released"), align: "end", cell: () => <Figure value={null} /> },
        ]}
      />
      <h3 className="mt-6 mb-1">{t("printed")}</h3>
      <DataTable
        caption={t("printed")}
        rows={goals.filter(({ target }) => target?.origin === "seed")}
        rowKey={({ goal }) => goal.id}
        columns={[
          {
            key: "goal",
            label: column("goal"),
            lead: true,
            cell: ({ goal }) => (
              <TextLink href={`/goals/${goal.id}`}>{inLocale(goal.statement, locale)}</TextLink>
            ),
          },
          {
            key: "baseline",
            label: column("baseline"),
            className: "text-sm",
            cell: ({ goal }) => <BaselineFigure baseline={goal.baseline} />,
          },
          {
            key: "target",
            label: column("target"),
            className: "text-sm",
            cell: ({ target }) => <TargetFigure target={target} />,
          },
          {
            key: "current",
            label: column("current"),
            className: "whitespace-nowrap",
            cell: () => <Figure value={null} />,
          },
        ]}
      />
      <OriginLine source="paper" />
    </Section>
  );
}
