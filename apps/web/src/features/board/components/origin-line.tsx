import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";

/** Source and age of the figures of a part, in one line under it. */
export function OriginLine({ at }: { readonly at: Date }) {
  const t = useTranslations("board");
  const locale = useLocale();
  return (
    <p className="mt-2 text-xs text-muted">
      {`${t("source")} · ${t("asOf", { at: formatDate(at, locale, "time") })}`}
    </p>
  );
}
