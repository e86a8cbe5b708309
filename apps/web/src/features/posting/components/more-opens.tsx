import type { DisclosureLevel } from "@lilink/model/posting";
import { useTranslations } from "next-intl";

export type MoreOpensProps = {
  readonly verified: boolean;
  readonly levels: readonly DisclosureLevel[];
  /** Whether the name of its organization arrived with the reading. */
  readonly named: boolean;
};

/**
 * Says what may open later, for every posting alike: the line depends on who reads and on what is open already, never
 * on what this posting holds back.
 */
export function MoreOpens({ verified, levels, named }: MoreOpensProps) {
  const t = useTranslations("posting.body");
  if (levels.includes("partner")) return null;
  return (
    <p className="prose-measure mb-6 border-l-2 border-line pl-4 text-sm text-muted">
      {verified ? null : <>{t("moreVerified")} </>}
      {t(named ? "moreOpensNamed" : "moreOpens")}
    </p>
  );
}
