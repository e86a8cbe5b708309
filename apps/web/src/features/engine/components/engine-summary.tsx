import { formatDate } from "@lilink/i18n";
import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { EngineData } from "../queries.ts";
import { changesNothing, toSummary } from "../view.ts";

/** What ranks, what changed since the version before, and what is proposed, in a sentence each. */
export function EngineSummary({ engine }: { readonly engine: EngineData }) {
  const t = useTranslations("engine.summary");
  const locale = useLocale();
  const { learned, changed, proposed } = toSummary(engine);
  const from = learned?.report.learned;
  return (
    <DescriptionList
      className="mb-8 border-y border-line"
      items={[
        {
          key: "ranks",
          term: t("ranks"),
          detail: learned ? t("ranksLearned", { at: formatDate(learned.madeAt, locale) }) : t("ranksByHand"),
        },
        {
          key: "changed",
          term: t("changed"),
          detail: changed ? t("changedFigures", changed) : t("changedNothing"),
        },
        ...(from
          ? [
              {
                key: "from",
                term: t("from"),
                detail: t("fromAnswers", {
                  accepted: from.accepted,
                  declined: from.declined,
                  kinds: from.kinds,
                }),
              },
            ]
          : []),
        {
          key: "proposed",
          term: t("proposed"),
          detail: !proposed ? (
            t("proposedNone")
          ) : changesNothing(proposed.report) ? (
            t("proposedIdle", { at: formatDate(proposed.madeAt, locale) })
          ) : (
            <>
              {t("proposedFigures", proposed.change)}{" "}
              <TextLink href={`#${proposed.version}`}>{t("proposedMore")}</TextLink>
            </>
          ),
        },
      ]}
    />
  );
}
