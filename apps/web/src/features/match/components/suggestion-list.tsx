import { pickKeyFigures } from "@lilink/model/posting";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import type { Suggestions } from "../queries.ts";
import { FitWord } from "./fit-word.tsx";

/** What the allocation of the whole market shows, and where one's posting stands with each, in words. */
export function SuggestionList({ given }: { readonly given: Suggestions }) {
  const t = useTranslations("market.suggest");
  return (
    <Section id="suggested" title={t("title")} fold={given.suggestions.length} shut>
      <p className="prose-measure mb-2 text-muted">{t("lead", { places: given.places })}</p>
      {given.suggestions.length === 0 ? (
        <p className="border-y border-line py-3">{t("none")}</p>
      ) : (
        <ol className="hairline-list border-y border-line">
          {given.suggestions.map(({ other, result, standing }) => (
            <li key={other.publicId} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
              <span className="min-w-0 flex-1 basis-72">
                <PostingTitle
                  href={`/postings/${other.publicId}`}
                  language={other.language}
                  concept={other.concept}
                  title={other.fields.title}
                  figures={pickKeyFigures(other.fields.figures)}
                />
                {standing ? <span className="block text-sm text-muted">{t("stands", standing)}</span> : null}
              </span>
              <FitWord result={result} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
