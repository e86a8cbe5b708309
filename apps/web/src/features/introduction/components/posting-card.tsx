import { pickKeyFigures } from "@lilink/model/posting";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
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
            <div className="font-medium">
              <PostingTitle
                href={`/postings/${posting.publicId}`}
                language={reading.language}
                concept={reading.concept}
                title={reading.fields.title ?? t("toPosting")}
                figures={pickKeyFigures(reading.fields.figures)}
              />
            </div>
            {reading.fields.summary ? (
              <p className="line-clamp-4 text-sm text-muted">
                <OwnWords mark>{reading.fields.summary}</OwnWords>
              </p>
            ) : null}
          </>
        ) : null}
        {posting && !reading ? <p className="text-muted">{t("ended")}</p> : null}
      </div>
    </Section>
  );
}
