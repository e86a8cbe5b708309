import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { MatchList, Suggestions } from "../queries.ts";
import { MatchCard } from "./match-card.tsx";
import type { MarkTexts } from "./match-marks.tsx";
import { MatchRows } from "./match-rows.tsx";

export type SuggestionListProps = {
  readonly own: MatchList["own"];
  readonly given: Suggestions;
  readonly marks: MarkTexts | null;
};

/** So many stand with every figure and reason; the others in rows, and in full on the page of all matches. */
const shownInFull = 3;

/** The first places: what the allocation of the market shows, and the word that it is so. */
export function SuggestionList({ own, given, marks }: SuggestionListProps) {
  const t = useTranslations("market.suggest");
  const rest = given.suggestions.slice(shownInFull);
  return (
    <Section id="suggested" title={t("title")}>
      <p className="prose-measure mb-2 text-muted">{t("lead", { places: given.places })}</p>
      {given.suggestions.length === 0 ? (
        <p className="border-y border-line py-3">{t("none")}</p>
      ) : (
        <>
          <div className="hairline-list border-y border-line">
            {given.suggestions.slice(0, shownInFull).map((match, index) => (
              <MatchCard
                key={match.other.publicId}
                own={own}
                match={match}
                marks={marks}
                isMain={marks !== null && index === 0}
              />
            ))}
          </div>
          {rest.length > 0 ? <MatchRows own={own} rows={rest} mayAct={marks !== null} isContinued /> : null}
        </>
      )}
    </Section>
  );
}
