import { formatNumber } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import type { Scenario } from "../queries.ts";

/** When a link of the chain is first short in a scenario and what of its demand is not met, or that it lasts. */
export function LinkOutcome({
  result,
  link,
}: {
  readonly result: Scenario["result"];
  readonly link: string;
}) {
  const t = useTranslations("supply");
  const locale = useLocale();
  const found = result.find((one) => one.link === link);
  if (!found) return null;
  if (found.firstShortWeek === null) return t("lasts");
  const share = formatNumber(Math.round(found.share * 100), locale);
  return `${t("week", { week: String(found.firstShortWeek) })} · ${share}%`;
}
