import { formatDate, formatPeriod, formatQuantity, toReading } from "@lilink/i18n";
import { loadGoal } from "@lilink/model/goals";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { GoalMark } from "#features/standing/components/goal-mark.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import { inLocale } from "#lib/in-locale.ts";
import type { BoardData, SinceMeeting as Since } from "../queries.ts";
import { type GoalChange, toCountChanges, toGoalChanges } from "../view.ts";

const shown = 5;

export type SinceMeetingProps = {
  readonly since: Since;
  readonly standings: readonly StandingItem[];
  readonly board: BoardData;
};

/** What is another than on the board that lay before the last meeting, and what became of its decisions. */
export function SinceMeeting({ since, standings, board }: SinceMeetingProps) {
  const t = useTranslations("board.since");
  const locale = useLocale();
  const goals = toGoalChanges(since.standings, standings);
  const counts = toCountChanges(since.board, board);
  const { all, done, overdue } = since.decisions;
  return (
    <ul className="divide-y divide-line text-sm">
      {goals.slice(0, shown).map((change) => (
        <li key={change.goal} className="py-1.5">
          <GoalChangeLine change={change} />
        </li>
      ))}
      {goals.length > shown ? (
        <li className="py-1.5">
          <TextLink href="/goals">{t("moreGoals", { count: goals.length - shown })}</TextLink>
        </li>
      ) : null}
      {since.releases.slice(-3).map(({ publicId, period, edition, frozenAt }) => (
        <li key={publicId} className="py-1.5">
          <TextLink href={`/releases/${publicId}`}>
            {t("released", { period: formatPeriod(period, locale), edition })}
          </TextLink>
          <span className="ml-2 text-xs text-muted">{formatDate(frozenAt, locale)}</span>
        </li>
      ))}
      {counts.map(({ key, from, to }) => (
        <li key={key} className="py-1.5">
          {t(`counts.${key}`)}
          <span className="ml-2 whitespace-nowrap tabular-nums">{`${from} → ${to}`}</span>
        </li>
      ))}
      {goals.length + since.releases.length + counts.length === 0 ? (
        <li className="py-1.5 text-muted">{t("nothing")}</li>
      ) : null}
      <li className="py-1.5">
        <TextLink href={`/meetings/${since.meeting.publicId}`}>
          {t("decisions", { all, done, overdue })}
        </TextLink>
      </li>
    </ul>
  );
}

function GoalChangeLine({ change: { goal, from, to, was, is, unit } }: { readonly change: GoalChange }) {
  const t = useTranslations("board.since");
  const words = useTranslations("standing.status");
  const locale = useLocale();
  const read = (value: string | null) =>
    value === null ? t("noFigure") : formatQuantity(toReading(value), unit, locale);
  return (
    <span className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <TextLink href={`/goals/${goal}`} title={inLocale(loadGoal(goal).statement, locale)}>
          {goal}
        </TextLink>
        <span className="ml-2 tabular-nums">
          {from === to ? `${read(was)} → ${read(is)}` : `${words(from)} → ${words(to)}`}
        </span>
      </span>
      <GoalMark status={to} />
    </span>
  );
}
