import { Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { loadMatches } from "../queries.ts";
import { FitWord } from "./fit-word.tsx";
import { verdictTextIn } from "./verdict-text.ts";

const shown = 3;

/** The best three matches of one's own live posting, for the page of that posting. */
export async function TopMatches({ publicId }: { readonly publicId: string }) {
  const [t, words, locale, list] = await Promise.all([
    getTranslations("match.page"),
    getTranslations("match"),
    getLocale(),
    loadMatches(publicId, { section: "matches", limit: shown }),
  ]);
  if (!list.own.live) return null;
  const verdictText = verdictTextIn(words, locale);
  return (
    <Section
      id="top-matches"
      title={t("top")}
      action={<TextLink href={`/postings/${publicId}/matches`}>{t("topMore")}</TextLink>}
    >
      <LiveRefresh topics={["match"]} label={t("ready")} />
      {list.matches.length === 0 ? (
        <p className="border-y border-line py-2 text-muted">
          {list.running ? (
            t("running")
          ) : list.counts.nearMisses > 0 ? (
            <TextLink href={`/postings/${publicId}/matches#near-misses`}>
              {t("emptyNear", { count: list.counts.nearMisses })}
            </TextLink>
          ) : (
            t("topEmpty")
          )}
        </p>
      ) : (
        <ol className="hairline-list border-y border-line">
          {list.matches.map(({ other, result }) => (
            <li key={other.publicId} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
              <span className="min-w-0 flex-1 basis-64">
                <PostingTitle
                  href={`/postings/${other.publicId}`}
                  language={other.language}
                  concept={other.concept}
                  title={other.fields.title}
                />
              </span>
              <span className="text-sm text-muted">{verdictText(result)}</span>
              <FitWord result={result} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
