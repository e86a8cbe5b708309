import { formatDate } from "@lilink/i18n";
import { declineReasons } from "@lilink/model/introduction";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import { Still } from "@lilink/ui/still";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { CursorPages } from "#components/cursor-pages.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { PairPart } from "#features/engagement/components/pair-part.tsx";
import type { ProposedPair } from "#features/engagement/queries.ts";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import { PostingBadges } from "#features/posting/components/posting-badges.tsx";
import type { Achievements, WhyNot as Asked, Match, MatchList } from "../queries.ts";
import type { MatchSection } from "../view.ts";
import { AchievementGroup } from "./achievement-group.tsx";
import { CompareForm } from "./compare-form.tsx";
import { DismissedList } from "./dismissed-list.tsx";
import { FirstMove } from "./first-move.tsx";
import { MatchCard } from "./match-card.tsx";
import { MatchGroups } from "./match-groups.tsx";
import type { MarkTexts } from "./match-marks.tsx";
import { MatchRows } from "./match-rows.tsx";
import { NoMatches } from "./no-matches.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { WhyNot } from "./why-not.tsx";

export type MatchPageProps = {
  readonly list: MatchList;
  readonly mayAct: boolean;
  readonly whyNot?: Asked | undefined;
  /** One section page by page; absent: the first of each. */
  readonly section?: MatchSection | undefined;
  readonly cursor?: string | undefined;
  /** Where that page stands, as its address has it. */
  readonly row?: string | undefined;
  /** What advisers proposed. [AV5] */
  readonly pairs?: readonly ProposedPair[];
  /** Research results that fit a need. [AC7] */
  readonly achievements?: Achievements;
};

/**
 * The counterparts of one's own posting, strongest first; then near misses with what to ask, what the allocation of the
 * market suggests, and what was dismissed.
 */
export function MatchPage({
  list,
  mayAct,
  whyNot,
  section,
  cursor,
  row,
  pairs = [],
  achievements = [],
}: MatchPageProps) {
  const t = useTranslations("match.page");
  const market = useTranslations("market.suggest");
  const locale = useLocale();
  const marks = useMarkTexts();
  const { own, running, counts, suggestions, matches, nearMisses, dismissed } = list;
  const given = suggestions?.suggestions ?? [];
  const all = [...given, ...matches];
  const isShared = section === undefined && !running && all.some(({ standing }) => standing !== null);
  const next = isShared ? given[0]?.other.fields.title : undefined;
  const pathname = `/postings/${own.publicId}/matches`;
  const computedAt = all[0]?.computedAt;
  const compares = given.length + matches.length + nearMisses.length > 1;
  const rowsOf = (rows: readonly Match[]): ReactNode => (
    <MatchRows own={own} rows={rows} mayAct={mayAct} compares={compares} next={next} />
  );
  const cards = (rows: readonly Match[], hasMain = false): ReactNode => (
    <div className="hairline-list border-y border-line">
      {rows.map((match, index) => (
        <MatchCard
          key={match.other.publicId}
          own={own}
          match={match}
          answered={list.answered}
          marks={mayAct ? marks : null}
          isMain={hasMain && index === 0}
          compares={compares}
          next={next}
        />
      ))}
    </div>
  );
  const rest = (of: MatchSection): ReactNode =>
    section ? (
      <CursorPages
        pathname={pathname}
        query={{ section, cursor }}
        nextCursor={list.next[of]}
        shown={list[of].length}
        row={row}
        count={counts[of]}
      />
    ) : list.next[of] || (of === "nearMisses" && counts[of] > nearMisses.length) ? (
      <p className="mt-3">
        <TextLink href={{ pathname, query: { section: of } }}>{t("more", { count: counts[of] })}</TextLink>
      </p>
    ) : null;
  return (
    <Still>
      <LiveRefresh topics={["match", "posting"]} label={t("ready")} />
      <PageHeader
        up={
          section ? (
            <TextLink href={pathname}>{t("title")}</TextLink>
          ) : (
            <TextLink href={`/postings/${own.publicId}`}>{t("back")}</TextLink>
          )
        }
        title={t("title")}
        lead={
          <>
            <p className="text-ink">
              <OwnWords whole>{own.title}</OwnWords>
              <AboutLine title={own.title} concept={own.concept} />
            </p>
            <p className="mt-2">{t("lead")}</p>
          </>
        }
        badges={<PostingBadges kind={own.kind} concept={own.concept} />}
      />
      {running ? (
        <NoticeBox title={t("running")} className="mb-6">
          {t("runningBody")}
        </NoticeBox>
      ) : null}
      {section ? null : <PairPart own={own.publicId} pairs={pairs} mayAct={mayAct} />}
      {counts.matches === 0 && !running && !section ? (
        <div className="mb-10">
          <NoMatches own={own} nearMisses={counts.nearMisses} />
        </div>
      ) : null}
      {counts.matches > 0 ? (
        <Section
          id="matches"
          title={t("count", { count: counts.matches })}
          action={
            <span className="flex flex-wrap items-center gap-x-4 gap-y-2 text-muted">
              {computedAt ? t("updated", { date: formatDate(computedAt, locale) }) : null}
              <ExportLinks href={`/api/export/match?posting=${own.publicId}&locale=${locale}`} />
              {compares ? <CompareForm own={own.publicId} /> : null}
            </span>
          }
        >
          {section || running || !mayAct ? null : <FirstMove own={own} matches={all} />}
          {section ? (
            <>
              {cards(matches, mayAct && !cursor)}
              {rest("matches")}
            </>
          ) : (
            <>
              <MatchGroups
                own={own}
                matches={all}
                answered={list.answered}
                marks={mayAct ? marks : null}
                next={next}
              />
              {all.length < counts.matches ? (
                <p className="mt-3">
                  <TextLink href={{ pathname, query: { section: "matches" } }}>
                    {market("all", { count: counts.matches })}
                  </TextLink>
                </p>
              ) : null}
            </>
          )}
        </Section>
      ) : null}
      {nearMisses.length > 0 ? (
        <Section id="near-misses" title={t("nearMisses")}>
          <p className="prose-measure mb-2 text-muted">{t("nearMissesLead")}</p>
          {section ? cards(nearMisses) : rowsOf(nearMisses)}
          {rest("nearMisses")}
        </Section>
      ) : null}
      {section ? null : <AchievementGroup achievements={achievements} need={own.publicId} mayAct={mayAct} />}
      {isShared && suggestions && (all.length > 1 || given.length === 0) ? (
        <SuggestionList given={suggestions} />
      ) : null}
      <DismissedList own={own.publicId} rows={dismissed} marks={mayAct ? marks : null}>
        {rest("dismissed")}
      </DismissedList>
      {whyNot && own.live ? <WhyNot publicId={own.publicId} asked={whyNot} /> : null}
    </Still>
  );
}

function useMarkTexts(): MarkTexts {
  const t = useTranslations("match.page");
  return {
    pin: t("pin"),
    unpin: t("unpin"),
    dismiss: t("dismiss"),
    dismissWhy: t("dismissWhy"),
    undo: t("undo"),
    pinDone: t("pinDone"),
    unpinDone: t("unpinDone"),
    dismissDone: t("dismissDone"),
    undoDone: t("undoDone"),
    reasons: declineReasons.map((value) => ({ value, label: t(`declineReason.${value}`) })),
  };
}
