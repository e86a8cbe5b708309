import { recordWords } from "@lilink/i18n";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { type HealthNode, toMissing } from "../view.ts";

type SureWeakProps = {
  /** How many nodes are surely in the weaker half. */
  readonly count: number;
  readonly open: readonly HealthNode[];
};

/** That no node is sure to be weak yet, and which figures would settle it. Where some are sure, the list says so. */
export function SureWeak({ count, open }: SureWeakProps) {
  const t = useTranslations("health.sureWeak");
  const locale = useLocale();
  if (count > 0 || open.length === 0) return null;
  const words = recordWords("weakLink", locale);
  const missing = toMissing(open).map(({ factor, count: nodes }) =>
    t("factor", { factor: words.choice("factors", factor), nodes }),
  );
  return (
    <NoticeBox className="mb-6">
      <strong className="font-semibold">{t("none")}</strong>{" "}
      {t("why", { open: open.length, missing: missing.join(locale === "en" ? ", " : "、") })}
    </NoticeBox>
  );
}
