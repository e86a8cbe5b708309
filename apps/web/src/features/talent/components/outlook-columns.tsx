import type { Column } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ProvinceOutlook } from "../queries.ts";
import { bandText, shareText } from "../view.ts";

type Outlook = Pick<ProvinceOutlook, "next" | "stated" | "error" | "naiveError">;

/** The forecast of the next year, and how far off such a one was beside "as the year before". [SK7] [SK10] */
export function useOutlookColumns(year: number): readonly Column<Outlook>[] {
  const t = useTranslations("talent");
  const locale = useLocale();
  const none = <span className="text-muted">{t("unknown")}</span>;
  const share = (value: number) => shareText({ low: value, high: value }, locale);
  return [
    {
      key: "next",
      label: t("next", { year: String(year + 1) }),
      align: "end",
      cell: ({ next, stated }) =>
        next ? (
          <>
            {bandText(next, locale)}
            <span className="block text-xs text-muted">
              {t("statedNext", { stated: stated ? bandText(stated, locale) : "0" })}
            </span>
          </>
        ) : (
          none
        ),
    },
    {
      key: "error",
      label: t("error", { year: String(year - 1) }),
      align: "end",
      cell: ({ error, naiveError }) =>
        error === null
          ? none
          : t("errorCell", {
              own: share(error),
              naive: naiveError === null ? t("unknown") : share(naiveError),
            }),
    },
  ];
}
