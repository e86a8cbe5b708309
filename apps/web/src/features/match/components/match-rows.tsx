import { sideOf } from "@lilink/model/matching";
import { type PostingKind, pickKeyFigures } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { identityName } from "#lib/identity-name.ts";
import type { Match } from "../queries.ts";
import { ClauseMarks } from "./clause-strip.tsx";
import { listClauses } from "./clauses.ts";
import { CompareTick } from "./compare-form.tsx";
import { FitWord } from "./fit-word.tsx";
import { MissingLines } from "./missing-lines.tsx";
import { MoveLink } from "./move-link.tsx";
import { PlaceLine } from "./place-line.tsx";
import { toPlace } from "./to-place.ts";
import { useVerdictText } from "./verdict-text.ts";

export type MatchRowsProps = {
  readonly own: { readonly publicId: string; readonly kind: PostingKind };
  readonly rows: readonly Match[];
  readonly mayAct: boolean;
  /** Whether each may be ticked to stand side by side with others. */
  readonly compares?: boolean | undefined;
  /** The title of the suggestion that stands in for one that has no place left. */
  readonly next?: string | undefined;
};

/** Counterparts in rows: who, where in the chain, how well it fits, what is missing. Figures and reasons stand on the page of their section. */
export function MatchRows({ own, rows, mayAct, compares = false, next }: MatchRowsProps) {
  const t = useTranslations("match.page");
  const locale = useLocale();
  const verdictText = useVerdictText();
  const row = (match: Match) => {
    const { other, result } = match;
    const side = sideOf(own.kind, other.kind) ?? "demand";
    const place = toPlace(result.relation, side, locale);
    const facts = [
      other.fields.identity ? identityName(other.fields.identity, locale) : t("identityHidden"),
      t(`place.${place.key}`, place.params),
    ];
    return (
      <li key={other.publicId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
        <div className="min-w-0 flex-1 basis-72">
          <PostingTitle
            href={`/postings/${other.publicId}`}
            language={other.language}
            concept={other.concept}
            title={other.fields.title}
            figures={pickKeyFigures(other.fields.figures)}
          />
          <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
            {facts.join(" · ")}
            <ClauseMarks clauses={listClauses(result)} label={verdictText(result)} />
          </p>
          {result.breaksHard ? <MissingLines result={result} /> : <PlaceLine match={match} next={next} />}
        </div>
        {compares ? <CompareTick other={other.publicId} title={other.fields.title ?? ""} /> : null}
        <FitWord result={result} />
        {mayAct ? <MoveLink own={own} match={match} /> : null}
      </li>
    );
  };
  return <ul className="hairline-list border-y border-line">{rows.map(row)}</ul>;
}
