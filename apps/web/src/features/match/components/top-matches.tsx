import { Section } from "@lilink/ui";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { LiveRefresh } from "#components/live-refresh.tsx";
import { loadMatches } from "../queries.ts";
import { sortByWord } from "../view.ts";
import { MatchRows } from "./match-rows.tsx";

const shown = 3;

/** The best three matches of one's own live posting, for the page of that posting, each with what to do next. */
export async function TopMatches({
  publicId,
  mayAct,
}: {
  readonly publicId: string;
  readonly mayAct: boolean;
}) {
  const [t, list] = await Promise.all([
    getTranslations("match.page"),
    loadMatches(publicId, { section: "matches", limit: shown }),
  ]);
  if (!list.own.live) return null;
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
        <MatchRows own={list.own} rows={sortByWord(list.matches)} mayAct={mayAct} />
      )}
    </Section>
  );
}
