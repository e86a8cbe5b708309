import { formatDate } from "@lilink/i18n";
import { type Answered, answeredLike, openTerms, sideOf } from "@lilink/model/matching";
import { pickKeyFigures } from "@lilink/model/posting";
import { Badge } from "@lilink/ui";
import { Pin } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { PostingBadges } from "#features/posting/components/posting-badges.tsx";
import { identityName } from "#lib/identity-name.ts";
import type { Match, MatchList } from "../queries.ts";
import { toIntroductionHref, toTermClauses, toVerdictRows, type VerdictRow } from "../view.ts";
import { AskBar } from "./ask-bar.tsx";
import { AskLink } from "./ask-link.tsx";
import { ClauseStrip } from "./clause-strip.tsx";
import { CompareTick } from "./compare-form.tsx";
import { FitWord } from "./fit-word.tsx";
import { type MarkTexts, MatchMarks } from "./match-marks.tsx";
import { MissingLines } from "./missing-lines.tsx";
import { PlaceLine } from "./place-line.tsx";
import { ReasonBars } from "./reason-bars.tsx";
import { SchedulePair } from "./schedule-pair.tsx";
import { useTermText } from "./term-text.ts";
import { toPlace } from "./to-place.ts";
import { ToldLines } from "./told-lines.tsx";

export type MatchCardProps = {
  readonly own: MatchList["own"];
  readonly match: Match;
  /** What came of answered pairs, by what was foretold for them. */
  readonly answered: readonly Answered[];
  /** Null for a viewer, who may look but not act. */
  readonly marks: MarkTexts | null;
  readonly isMain?: boolean;
  /** Whether it may be ticked to stand side by side with others. */
  readonly compares?: boolean | undefined;
  /** The title of the suggestion that stands in for one that has no place left. */
  readonly next?: string | undefined;
};

/** One counterpart: who and what, the word and its reasons in plain words, then every clause as a mark, and what to ask. */
export function MatchCard({
  own,
  match,
  answered,
  marks,
  isMain = false,
  compares = false,
  next,
}: MatchCardProps) {
  const t = useTranslations("match");
  const locale = useLocale();
  const { other, result, mark } = match;
  const title = other.fields.title ?? "";
  const side = sideOf(own.kind, other.kind) ?? "demand";
  const place = toPlace(result.relation, side, locale);
  const rows = toVerdictRows(result.verdicts, locale);
  const terms = toTermClauses(result.reasons);
  const termText = useTermText()(own, other, side);
  const missed = rows.filter(({ hard, verdict }) => hard && verdict === "fail");
  const open = rows.filter(({ verdict }) => verdict === "unknown");
  // One open figure is asked by the bar below.
  const asksEach =
    side !== "demand" ||
    new Set(open.map(({ attributeId }) => attributeId)).size + openTerms(result).length > 1;
  const askOf = (row: VerdictRow) => {
    if (row.verdict !== "unknown" || !marks || match.introduction || !asksEach) return null;
    return side === "demand" ? (
      <TextLink href={toIntroductionHref(own.publicId, other.publicId, { attributes: [row.attributeId] })}>
        {t("page.askThis")}
      </TextLink>
    ) : row.isOtherBasis ? null : (
      <TextLink href={`/postings/${own.publicId}/edit`}>{t("page.state")}</TextLink>
    );
  };
  return (
    <article aria-labelledby={`match-${other.publicId}`} className="flex flex-col gap-3 py-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <h3 id={`match-${other.publicId}`} className="text-base">
            <PostingTitle
              href={`/postings/${other.publicId}`}
              language={other.language}
              concept={other.concept}
              title={title}
              figures={pickKeyFigures(other.fields.figures)}
            />
          </h3>
          <p className="text-sm text-muted">
            {other.fields.identity ? (
              <OwnWords whole>{identityName(other.fields.identity, locale)}</OwnWords>
            ) : (
              t("page.identityHidden")
            )}
            {other.publishedAt ? (
              <span className="ml-3 whitespace-nowrap">
                {t("page.published", { date: formatDate(other.publishedAt, locale) })}
              </span>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          {compares ? <CompareTick other={other.publicId} title={title} /> : null}
          <FitWord result={result} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {mark === "pinned" ? <Badge icon={<Pin aria-hidden />}>{t("page.pinned")}</Badge> : null}
        <PostingBadges kind={other.kind} concept={other.concept} />
      </div>
      <PlaceLine match={match} next={next} />
      {result.breaksHard ? <MissingLines result={result} /> : null}
      <ToldLines
        result={result}
        rows={rows}
        terms={terms}
        place={`${t(`page.place.${place.key}`, place.params)}${
          result.relation.code === "none" ? "" : ` · ${t(`direction.${result.relation.direction}`)}`
        }`}
        answered={answeredLike(answered, result.inclination.own)}
      />
      <ClauseStrip rows={rows} terms={terms} side={side} termText={termText} askOf={askOf} />
      <SchedulePair own={own} other={other} side={side} />
      {marks && side === "demand" ? (
        <AskBar
          own={own.publicId}
          match={match}
          rows={result.breaksHard ? missed : open}
          terms={result.breaksHard ? [] : openTerms(result)}
          about={result.breaksHard ? "missed" : "open"}
        />
      ) : null}
      <ReasonBars result={result} />
      {marks ? (
        <div className="flex flex-wrap items-center gap-2">
          <AskLink own={own.publicId} match={match} variant={isMain ? "accent" : "plain"} />
          <MatchMarks own={own.publicId} other={other.publicId} mark={mark} title={title} text={marks} />
        </div>
      ) : null}
    </article>
  );
}
