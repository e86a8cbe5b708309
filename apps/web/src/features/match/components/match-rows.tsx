import { sideOf } from "@lilink/model/matching";
import type { PostingKind } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { identityName } from "#lib/identity-name.ts";
import type { Match } from "../queries.ts";
import { countVerdicts, toPlace } from "../view.ts";
import { AskLink } from "./ask-link.tsx";
import { FitWord } from "./fit-word.tsx";
import { MissingLines } from "./missing-lines.tsx";
import { PlaceLine } from "./place-line.tsx";

export type MatchRowsProps = {
  readonly own: { readonly publicId: string; readonly kind: PostingKind };
  readonly rows: readonly Match[];
  readonly mayAct: boolean;
  /** The title of the suggestion that stands in for one that has no place left. */
  readonly next?: string | undefined;
  /** Cards stand above, and their last line is the first of these rows. */
  readonly isContinued?: boolean;
};

/** Counterparts in rows: who, where in the chain, how well it fits, what is missing. Figures and reasons stand on the page of their section. */
export function MatchRows({ own, rows, mayAct, next, isContinued = false }: MatchRowsProps) {
  const t = useTranslations("match.page");
  const locale = useLocale();
  const row = (match: Match) => {
    const { other, result } = match;
    const place = toPlace(result.relation, sideOf(own.kind, other.kind) ?? "demand", locale);
    const facts = [
      other.fields.identity ? identityName(other.fields.identity, locale) : t("identityHidden"),
      t(`place.${place.key}`, place.params),
      ...(result.breaksHard ? [] : [t("verdictCount", countVerdicts(result.verdicts))]),
    ];
    return (
      <li key={other.publicId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
        <div className="min-w-0 flex-1 basis-72">
          <TextLink href={`/postings/${other.publicId}`} lang={other.language === "zh" ? "zh" : "en"}>
            {other.fields.title}
          </TextLink>
          <p className="text-sm text-muted">{facts.join(" · ")}</p>
          {result.breaksHard ? <MissingLines result={result} /> : <PlaceLine match={match} next={next} />}
        </div>
        <FitWord result={result} />
        {mayAct && !result.breaksHard ? <AskLink own={own.publicId} match={match} /> : null}
      </li>
    );
  };
  return (
    <ul className={cn("hairline-list border-b border-line", !isContinued && "border-t")}>{rows.map(row)}</ul>
  );
}
