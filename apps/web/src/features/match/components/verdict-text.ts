import type { MatchResult } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import { clauseName, toTermClauses } from "../view.ts";
import { countVerdicts } from "./clauses.ts";

type Judged = Pick<MatchResult, "verdicts" | "reasons">;

/** How many clauses are met, missed and open; what is missed is named, for a count alone asks more than it says. */
export function useVerdictText(): (result: Judged) => string {
  const t = useTranslations("match");
  const locale = useLocale();
  return (result) => {
    const missed = [
      ...result.verdicts
        .filter(({ verdict }) => verdict === "fail")
        .map((verdict) => clauseName(verdict, locale)),
      ...toTermClauses(result.reasons)
        .filter(({ verdict }) => verdict === "fail")
        .map(({ term }) => t(`term.${term}`)),
    ];
    return t("page.verdictCount", {
      ...countVerdicts(result),
      missed: [...new Set(missed)].join(locale === "en" ? ", " : "、"),
    });
  };
}
