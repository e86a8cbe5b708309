import type { PostingCounts } from "@lilink/model/chain";
import { useTranslations } from "next-intl";

/** Live capabilities, needs and projects in one short line; in full for those who hear it. */
export function CountLine({ capabilities, needs, projects }: PostingCounts) {
  const t = useTranslations("chain");
  if (capabilities + needs + projects === 0) return <span className="text-muted">{t("flow.none")}</span>;
  const parts = [
    ["capability", "capabilities", capabilities],
    ["need", "needs", needs],
    ["project", "projects", projects],
  ] as const;
  return (
    <span className="inline-flex gap-2 tabular-nums">
      {parts
        .filter(([, , count]) => count > 0)
        .map(([short, full, count]) => (
          <abbr key={short} title={t(`counts.${full}`)} className="no-underline">
            {t(`counts.${short}Short`)} {count}
          </abbr>
        ))}
    </span>
  );
}
