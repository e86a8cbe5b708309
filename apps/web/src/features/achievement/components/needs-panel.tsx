import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/button-link.tsx";
import { WordMark } from "#features/match/components/fit-word.tsx";
import { PostingTitle } from "#features/posting/components/made-title.tsx";
import { PostingBadges } from "#features/posting/components/posting-badges.tsx";
import { findOrNull } from "#lib/find-or-null.ts";
import { findViewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

/** Needs that fit an offered achievement, for its owner alone. [AC7] */
export async function NeedsPanel({ id }: { readonly id: string }) {
  if (!(await findViewer())?.organization?.verified) return null;
  const [t, needs] = await Promise.all([
    getTranslations("achievement"),
    findOrNull((await caller()).match.needs({ publicId: id })),
  ]);
  if (!needs) return null;
  return (
    <Section id="needs" title={t("needs")}>
      <p className="mb-2 text-muted">{t("needsLead")}</p>
      {needs.length === 0 ? <p className="border-y border-line py-3">{t("needsNone")}</p> : null}
      <ul className="hairline-list border-y border-line empty:hidden">
        {needs.map(({ publicId, title, concept, language, word }) => (
          <li key={publicId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <span className="min-w-0 flex-1">
              <WordMark word={word} />{" "}
              <PostingTitle
                href={`/postings/${publicId}`}
                concept={concept}
                title={title}
                language={language}
              />
              <PostingBadges kind="need" concept={concept} />
            </span>
            <ButtonLink
              size="sm"
              href={{ pathname: "/introductions/new", query: { posting: publicId, achievement: id } }}
            >
              {t("ask")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
