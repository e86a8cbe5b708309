import { Badge, Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { MadeMark } from "#features/posting/components/made-title.tsx";
import { conceptName, isOtherLanguage, madeTitle, stageName } from "#features/posting/view.ts";
import { caller } from "#lib/trpc/server.ts";

/** Postings of the same kind that are like one, with the reason; nothing where none is. */
export async function SimilarPostings({ publicId }: { readonly publicId: string }) {
  const [t, kind, locale, api] = await Promise.all([
    getTranslations("search.similar"),
    getTranslations("posting.kind"),
    getLocale(),
    caller(),
  ]);
  const similar = await api.search.similar({ publicId });
  if (similar.length === 0) return null;
  return (
    <div className="mt-12">
      <Section id="similar" title={t("title")}>
        <ul className="hairline-list border-y border-line">
          {similar.map(({ publicId: id, kind: own, concept, language, title, why }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
              <span className="sm:w-20">
                <Badge>{kind(own)}</Badge>
              </span>
              <span className="min-w-0 flex-1 basis-64">
                <TextLink href={`/postings/${id}`}>
                  {isOtherLanguage(language, locale) ? (
                    madeTitle(concept, [], locale)
                  ) : (
                    <OwnWords whole>{title}</OwnWords>
                  )}
                </TextLink>
                {isOtherLanguage(language, locale) ? (
                  <>
                    <MadeMark />
                    <span className="block text-sm text-muted">
                      <OwnWords whole>{title}</OwnWords>
                    </span>
                  </>
                ) : null}
              </span>
              <span className="text-sm text-muted">
                {t(why, {
                  name: why === "stage" ? stageName(concept, locale) : conceptName(concept, locale),
                })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
