import { formatDate } from "@lilink/i18n";
import { PageHeader, Section } from "@lilink/ui";
import { Still } from "@lilink/ui/still";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { SampleBadge } from "#components/sample-badge.tsx";
import { ProvinceTiles } from "#features/figure/components/province-tiles.tsx";
import type { StandingItem } from "#features/standing/queries.ts";
import type { BoardData, ReviewPace as Pace, SinceMeeting as Since } from "../queries.ts";
import { BoardAnswers } from "./board-answers.tsx";
import { BoardGoals, HeldBack } from "./board-goals.tsx";
import { BoardNeeds } from "./board-needs.tsx";
import { BoardOutcomes } from "./board-outcomes.tsx";
import { BoardPostings } from "./board-postings.tsx";
import { ExchangeFunnel } from "./exchange-funnel.tsx";
import { PresentButton } from "./present-button.tsx";
import { PrintButton } from "./print-button.tsx";
import { ReviewPace } from "./review-pace.tsx";
import { SinceMeeting } from "./since-meeting.tsx";

export type BoardPageProps = {
  readonly board: BoardData;
  readonly standings: readonly StandingItem[];
  readonly since: Since | null;
  /** How fast officers decide; for officers alone. */
  readonly pace: readonly Pace[] | null;
  /** Whether the viewer may go on to the market. */
  readonly toMarket: boolean;
  /** Whether the viewer may call a meeting. */
  readonly callsMeetings: boolean;
};

/** Where we stand, how sure we are and what holds us back, in one look; below it the same in tables. */
export function BoardPage({ board, standings, since, pace, toMarket, callsMeetings }: BoardPageProps) {
  const t = useTranslations("board");
  const overdue = useTranslations("duty");
  const locale = useLocale();
  const live = board.postings.reduce((total, row) => total + row.count, 0);
  return (
    <Still>
      <PageHeader
        title={t("title")}
        badges={<SampleBadge />}
        lead={t("lead", { at: formatDate(board.at, locale, "time") })}
        actions={
          <>
            <TextLink href="/overdue">{overdue("to")}</TextLink>
            <PresentButton label={t("present")} leave={t("presentEnd")} keys={t("presentKeys")} />
            <PrintButton label={t("print")} />
            {callsMeetings ? (
              <ButtonLink href="/meetings/new" variant="accent">
                {t("prepare")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <BoardAnswers standings={standings} />
      <BoardGoals standings={standings} />
      <div className="two-on-a-projector grid items-start gap-x-10 sm:grid-cols-2 xl:grid-cols-4">
        <Section id="funnel" title={t("funnel.title")}>
          <ExchangeFunnel board={board} />
        </Section>
        <Section
          id="map"
          title={t("map.title")}
          fold={t("map.all", { count: live })}
          action={<TextLink href="/postings">{t("map.all", { count: live })}</TextLink>}
        >
          <ProvinceTiles
            counts={board.regions}
            nameOf={(name, count) => t("map.tile", { name, count })}
            hrefOf={(code) => ({ pathname: "/postings", query: { region: code } })}
          />
          <p className="mt-2 text-xs text-muted">{t("map.note")}</p>
        </Section>
        <Section
          id="unanswered"
          title={t("needs.title")}
          action={
            toMarket ? (
              <TextLink href="/board/market#supply">
                {t("needs.market", { count: board.unanswered.length })}
              </TextLink>
            ) : null
          }
        >
          <BoardNeeds needs={board.unanswered} />
        </Section>
        <Section
          id="since"
          title={t("since.title")}
          fold={since ? formatDate(since.meeting.heldAt, locale) : ""}
          action={
            since ? (
              <TextLink href={`/meetings/${since.meeting.publicId}`}>
                {formatDate(since.meeting.heldAt, locale)}
              </TextLink>
            ) : null
          }
        >
          {since ? (
            <SinceMeeting since={since} standings={standings} board={board} />
          ) : (
            <p className="text-sm text-muted">{t("since.none")}</p>
          )}
        </Section>
      </div>
      <HeldBack standings={standings} />
      <BoardPostings postings={board.postings} at={board.at} />
      <div className="two-on-a-projector grid items-start gap-x-10 sm:grid-cols-2 xl:grid-cols-4">
        <BoardOutcomes board={board} />
      </div>
      {pace ? <ReviewPace rows={pace} /> : null}
    </Still>
  );
}
