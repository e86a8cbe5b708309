import { useTranslations } from "next-intl";

/** Says of a title that the platform made it, since its author wrote in the other language only. */
export function MadeMark() {
  const t = useTranslations("posting.made");
  return (
    <span
      title={t("help")}
      className="ml-2 rounded-sm border border-dashed border-edge px-1 align-middle text-xs font-normal whitespace-nowrap text-muted"
    >
      {t("mark")}
    </span>
  );
}
