import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { GoalFilter } from "./goal-filter.ts";

/** By what the list is narrowed, and the way back to all of it. */
export function GoalFilterLine({ filter: { link, status } }: { readonly filter: GoalFilter }) {
  const t = useTranslations("goal");
  const common = useTranslations("common.link");
  const words = useTranslations("standing.status");
  if (!link && !status) return null;
  const by = [...(link ? [common(link)] : []), ...(status ? [words(status)] : [])].join(" · ");
  return (
    <p className="mb-4 flex flex-wrap gap-x-4">
      {t("narrowed", { by })}
      <TextLink href="/goals">{t("detail.back")}</TextLink>
    </p>
  );
}
