import { boundsSay } from "@lilink/model/people";
import { useLocale, useTranslations } from "next-intl";
import { bandText, type PeopleBand } from "../view.ts";

/** People wanted in a table: the figure; of what is withheld its bounds where they say something, else that it is not shown. [SK4] */
export function WantedText({ wanted }: { readonly wanted: PeopleBand }) {
  const t = useTranslations("talent");
  const locale = useLocale();
  if (!wanted.withheld) return bandText(wanted, locale);
  return (
    <span className="text-sm text-muted">
      {boundsSay(wanted) ? t("between", { bounds: bandText(wanted, locale) }) : t("protected")}
    </span>
  );
}
