import { Badge, EmptyState, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { LinkMark } from "#components/link-badge.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { SampleTitle } from "#components/sample-badge.tsx";
import { MadeMark } from "#features/posting/components/made-title.tsx";
import type { PostingTeaser } from "../view.ts";

export type PostingTeasersProps = { readonly teasers: readonly PostingTeaser[]; readonly signedIn: boolean };

/** The newest posting of each link as everyone may see it, with how many more there are. */
export function PostingTeasers({ teasers, signedIn }: PostingTeasersProps) {
  const t = useTranslations("home");
  const kind = useTranslations("posting.kind");
  return (
    <Section
      id="postings-today"
      title={<SampleTitle>{t("teasers.title")}</SampleTitle>}
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
        <ul className="divide-y divide-line">
          {teasers.map((teaser) => (
            <li key={teaser.publicId} className="flex items-start gap-3 py-2.5">
              <LinkMark link={teaser.link} />
              <div className="min-w-0 flex-1">
                <p className="[&>*]:mr-2">
                  <Badge>{kind(teaser.kind)}</Badge>
                  <TextLink href={`/postings/${teaser.publicId}`}>
                    {teaser.made ?? <OwnWords whole>{teaser.title}</OwnWords>}
                  </TextLink>
                  {teaser.made ? <MadeMark /> : null}
                </p>
                <p className="mt-0.5 text-sm text-muted">
                  {teaser.made ? (
                    <OwnWords whole>{teaser.title}</OwnWords>
                  ) : (
                    [teaser.concept, teaser.figures].filter(Boolean).join(" · ")
                  )}
                </p>
              </div>
              <p className="flex flex-col items-end gap-0.5 text-sm whitespace-nowrap text-muted tabular-nums">
                {teaser.publishedOn}
                {teaser.others > 0 ? (
                  <TextLink href={`/postings?link=${teaser.link}`}>
                    {t("teasers.others", { count: teaser.others })}
                  </TextLink>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
