import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { PostingBadges } from "#features/posting/components/posting-badges.tsx";
import type { Introduction } from "../queries.ts";

export type PostingCardProps = {
  readonly id: string;
  readonly title: string;
  readonly posting: Introduction["asked"];
  readonly ours: boolean;
};

/** One of the two postings in short; its page holds what the reader may read in full. */
export function PostingCard({ id, title, posting, ours }: PostingCardProps) {
  const t = useTranslations("introduction.detail");
  const reading = posting?.reading;
  const lang = reading?.language === "en" ? "en" : "zh-CN";
  return (
    <Section id={`posting-${id}`} title={`${title} (${t(ours ? "ours" : "theirs")})`}>
      <div className="flex flex-col gap-2 border-y border-line py-3">
        {posting ? (
          <PostingBadges
            kind={posting.kind}
            concept={reading?.concept ?? null}
            state={posting.state === "published" ? null : posting.state}
          />
        ) : (
          <p className="text-muted">{t("noAsking")}</p>
        )}
        {posting && reading ? (
          <>
            <p lang={lang} className="font-medium">
              <TextLink href={`/postings/${posting.publicId}`}>
                {reading.fields.title ?? t("toPosting")}
              </TextLink>
            </p>
            {reading.fields.summary ? (
              <p lang={lang} className="line-clamp-4 text-sm text-muted">
                {reading.fields.summary}
              </p>
            ) : null}
          </>
        ) : null}
        {posting && !reading ? <p className="text-muted">{t("ended")}</p> : null}
      </div>
    </Section>
  );
}
