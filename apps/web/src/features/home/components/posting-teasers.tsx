import { Badge, EmptyState, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { PostingTeaser } from "../view.ts";

export type PostingTeasersProps = { readonly teasers: readonly PostingTeaser[]; readonly signedIn: boolean };

/** The latest postings as everyone may see them. */
export function PostingTeasers({ teasers, signedIn }: PostingTeasersProps) {
  const t = useTranslations("home");
  const kind = useTranslations("posting.kind");
  return (
    <Section
      id="postings-today"
      title={t("teasers.title")}
      action={<TextLink href="/postings">{t("teasers.open")}</TextLink>}
    >
      {teasers.length === 0 ? (
        <EmptyState
          title={t("teasers.empty")}
          action={
            <ButtonLink href={signedIn ? "/postings/new" : "/signin"}>
              {signedIn ? t("post") : t("teasers.emptyStep")}
            </ButtonLink>
          }
        />
      ) : (
        <ul className="hairline-list border-y border-line">
          {teasers.map((teaser) => (
            <li key={teaser.publicId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <LinkBadge link={teaser.link} />
              <Badge>{kind(teaser.kind)}</Badge>
              <TextLink href={`/postings/${teaser.publicId}`} className="min-w-0 flex-1 basis-64">
                <OwnWords>{teaser.title}</OwnWords>
              </TextLink>
              <span className="text-sm text-muted">{teaser.concept}</span>
              <span className="text-sm whitespace-nowrap text-muted tabular-nums">{teaser.publishedOn}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
