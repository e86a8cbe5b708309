import type { DisclosureLevel } from "@lilink/model/posting";
import { useTranslations } from "next-intl";

export type MoreOpensProps = { readonly verified: boolean; readonly levels: readonly DisclosureLevel[] };

/**
 * Says what may open later, for every posting alike: the line depends on who reads and never on what this posting
 * holds back.
 */
export function MoreOpens({ verified, levels }: MoreOpensProps) {
  const t = useTranslations("posting.body");
  if (levels.includes("partner")) return null;
  return (
    <p className="prose-measure mb-6 border-l-2 border-line pl-4 text-sm text-muted">
      {verified ? null : <>{t("moreVerified")} </>}
      {t("moreOpens")}
    </p>
  );
}
