import { formatDate } from "@lilink/i18n";
import { PageHeader, StatRow } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { FigureStat } from "#components/figure.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import type { BoardData } from "../queries.ts";
import { BoardGoals } from "./board-goals.tsx";
import { BoardNeeds } from "./board-needs.tsx";
import { BoardOutcomes } from "./board-outcomes.tsx";
import { BoardPostings } from "./board-postings.tsx";
import { OriginLine } from "./origin-line.tsx";
import { PrintButton } from "./print-button.tsx";

export type BoardPageProps = {
  readonly board: BoardData;
  readonly standings: readonly StandingItem[];
  /** Whether the viewer may go on to the market. */
  readonly toMarket: boolean;
};

/** Where we stand, how sure we are and what holds us back, on one screen and on one sheet. */
export function BoardPage({ board, standings, toMarket }: BoardPageProps) {
  const t = useTranslations("board");
  const overdue = useTranslations("duty");
  const locale = useLocale();
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const live = board.postings.reduce((total, row) => total + row.count, 0);
  const { median, answers } = board.answerDays;
  return (
    <>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={t("lead")}
        actions={
          <>
            <TextLink href="/overdue">{overdue("to")}</TextLink>
            <PrintButton label={t("print")} />
          </>
        }
      />
      <div className="mb-8">
        <StatRow>
          <FigureStat label={<TextLink href="/postings">{t("exchange.postings")}</TextLink>} value={live} />
          <FigureStat
            label={t("exchange.matches")}
            value={board.matches.count}
            {...(board.matches.at
              ? { note: t("exchange.matchesNote", { at: formatDate(board.matches.at, locale, "time") }) }
              : {})}
          />
          <FigureStat label={t("exchange.introductions")} value={sum(board.introductions)} />
          <FigureStat
            label={t("exchange.answered")}
            value={median}
            note={median === null ? undefined : t("exchange.answeredNote", { count: answers })}
          />
          <FigureStat label={t("exchange.outcomes")} value={sum(board.outcomes)} />
          <FigureStat
            label={<TextLink href="/organizations?status=verified">{t("exchange.organizations")}</TextLink>}
            value={sum(board.organizations)}
          />
        </StatRow>
        <OriginLine source="exchange" at={board.at} />
      </div>
      <BoardGoals standings={standings} />
      <div className="grid items-start gap-x-10 min-[90rem]:grid-cols-2">
        <BoardNeeds needs={board.unanswered} at={board.at} toMarket={toMarket} />
        <BoardPostings postings={board.postings} at={board.at} />
      </div>
      <div className="grid items-start gap-x-10 sm:grid-cols-2 xl:grid-cols-4">
        <BoardOutcomes board={board} />
      </div>
    </>
  );
}
