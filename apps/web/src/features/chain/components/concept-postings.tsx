import { formatDate } from "@lilink/i18n";
import { Badge, EmptyState, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { identityName } from "#lib/identity-name.ts";
import type { ConceptPageData } from "../queries.ts";

/** The first live postings on a concept, as this reader reads them, and the way to all of them. */
export function ConceptPostings({ data }: { readonly data: ConceptPageData }) {
  const t = useTranslations("chain.concept");
  const kind = useTranslations("posting.kind");
  const locale = useLocale();
  const { concept, postings } = data;
  return (
    <Section
      id="postings"
      title={t("postings")}
      action={
        postings.length > 0 ? (
          <TextLink href={{ pathname: "/postings", query: { concept: concept.id } }}>
            {t("allPostings")}
          </TextLink>
        ) : null
      }
    >
      {postings.length === 0 ? (
        <EmptyState
          title={t("noPostings")}
          body={t("noPostingsBody")}
          action={
            <ButtonLink href={`/postings/new?${new URLSearchParams({ concept: concept.id })}`}>
              {t("post")}
            </ButtonLink>
          }
        />
      ) : (
        <ul className="hairline-list border-y border-line">
          {postings.map(({ publicId, kind: kindId, language, fields, keyFigures, publishedAt }) => (
            <li key={publicId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="sm:w-20">
                <Badge>{kind(kindId)}</Badge>
              </span>
              <span className="min-w-0 flex-1 basis-64">
                <PostingTitle
                  href={`/postings/${publicId}`}
                  language={language}
                  concept={concept.id}
                  title={fields.title}
                  figures={keyFigures}
                />
              </span>
              <span className="text-sm text-muted">
                {fields.identity ? (
                  <OwnWords whole>{identityName(fields.identity, locale)}</OwnWords>
                ) : (
                  t("identityHidden")
                )}
              </span>
              {publishedAt ? (
                <span className="text-sm whitespace-nowrap text-muted tabular-nums">
                  {formatDate(publishedAt, locale)}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
