import type { MatchResult } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import { toMissing } from "../view.ts";

/** What a near miss lacks, a line each. */
export function MissingLines({ result }: { readonly result: MatchResult }) {
  const t = useTranslations("match.page");
  return toMissing(result, useLocale()).map(({ key, attribute, need, offer, margin }) => (
    <p key={key} className="border-l-2 border-danger pl-3 text-sm">
      {margin?.key === "short"
        ? t("missingShort", { attribute, need, offer: offer ?? "", percent: margin.percent })
        : t("missingFigure", { attribute, need, offer: offer ?? "" })}
    </p>
  ));
}
