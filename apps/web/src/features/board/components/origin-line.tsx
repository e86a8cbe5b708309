import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";

/** Age and source of the figures of a part, in one line under it. */
export function OriginLine({ at, source }: { readonly at?: Date; readonly source: "exchange" | "paper" }) {
  const t = useTranslations("board");
  const locale = useLocale();
  return (
    <p className="mt-2 text-xs text-muted">
      {[
        t("source", { source: t(`sources.${source}`) }),
        ...(at ? [t("asOf", { at: formatDate(at, locale, "time") })] : []),
      ].join(" · ")}
    </p>
  );
}
