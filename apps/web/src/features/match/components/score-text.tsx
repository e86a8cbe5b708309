import type { MatchResult } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import { percentText, toBand } from "../view.ts";

/** The probability in a word and as a number, with the inclination of each side under it. */
export function ScoreText({ result }: { readonly result: MatchResult }) {
  const t = useTranslations("match.page");
  const locale = useLocale();
  const open = result.verdicts.filter(({ hard, verdict }) => hard && verdict === "unknown").length;
  return (
    <p className="sm:text-right">
      <span className="text-lg font-semibold tabular-nums">{percentText(result.score, locale)}</span>{" "}
      <span className="font-medium">{t(`band.${toBand(result.score)}`)}</span>
      <span className="block text-xs text-muted tabular-nums">
        {t("own", { percent: percentText(result.inclination.own, locale) })}
        {" · "}
        {t("other", { percent: percentText(result.inclination.other, locale) })}
      </span>
      {open > 0 ? <span className="block text-xs text-muted">{t("openHard", { count: open })}</span> : null}
    </p>
  );
}
