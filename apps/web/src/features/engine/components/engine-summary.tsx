import { formatDate } from "@lilink/i18n";
import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { EngineData } from "../queries.ts";
import { changesNothing, toSummary } from "../view.ts";

/** What ranks, what it learned from, how good it is and what is proposed, in a sentence each. */
export function EngineSummary({ engine }: { readonly engine: EngineData }) {
  const t = useTranslations("engine.summary");
  const locale = useLocale();
  const { inUse, learned, record, proposed } = toSummary(engine);
  const from = learned?.report.learned;
  return (
    <DescriptionList
      className="mb-8 border-y border-line"
      items={[
        {
          key: "ranks",
          term: t("ranks"),
          detail: learned
            ? t("ranksLearned", { version: inUse, at: formatDate(learned.madeAt, locale) })
            : t("ranksByHand", { version: inUse }),
        },
        {
          key: "from",
          term: t("from"),
          detail: from
            ? t("fromAnswers", { accepted: from.accepted, declined: from.declined, kinds: from.kinds })
            : t("fromNothing"),
        },
        {
          key: "good",
          term: t("good"),
          detail: record ? t("goodFigures", record) : t("goodUnknown"),
        },
        {
          key: "proposed",
          term: t("proposed"),
          detail: proposed ? (
            <>
              {t("proposedFigures", {
                ...proposed.record,
                version: proposed.version,
                moved: proposed.report.market.firstPlacesMoved,
                postings: proposed.report.market.postings,
                idle: changesNothing(proposed.report) ? "yes" : "no",
              })}{" "}
              <TextLink href={`#${proposed.version}`}>{t("proposedMore")}</TextLink>
            </>
          ) : (
            t("proposedNone")
          ),
        },
      ]}
    />
  );
}
