import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { versionName } from "../view.ts";

/** Names versions as people call them; their inner names stay in the log. */
export function useVersionName(): (version: string) => string {
  const t = useTranslations("engine");
  const locale = useLocale();
  return (version) =>
    versionName(version, {
      learnedOn: (day, count) => t("learnedOn", { day: formatDate(day, locale), count: String(count) }),
      byHand: t("byHand"),
    });
}

/** What a weight stands for, in the words of the reasons beside a match. */
export function useWeightName(): (name: string) => string {
  const t = useTranslations("engine");
  const relation = useTranslations("match.relation");
  return (name) => {
    const tie = name.startsWith("tie.") ? name.slice("tie.".length) : null;
    return tie === null
      ? t(`weights.names.${name}` as "weights.names.base")
      : t("weights.tie", { relation: relation(tie as "same") });
  };
}
