import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { conceptName } from "#features/posting/view.ts";
import type { TeamData } from "../queries.ts";

/** Paths of the chain through the project, step by step; the one concept that nobody holds is named. */
export function PathList({ paths }: { readonly paths: TeamData["paths"] }) {
  const t = useTranslations("market.team");
  const locale = useLocale();
  return (
    <Section id="paths" title={t("paths")}>
      <p className="prose-measure mb-2 text-sm text-muted">{t("pathsLead")}</p>
      <ul className="hairline-list border-y border-line">
        {paths.map(({ direction, concepts, gap }) => (
          <li key={`${direction} ${concepts.map(({ concept }) => concept).join(" ")}`} className="py-3">
            <p className="text-sm text-muted">{t(direction)}</p>
            <ol className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {concepts.map(({ concept, holders }, index) => (
                <li key={concept} className="flex items-center gap-2">
                  {index > 0 ? <span aria-hidden>→</span> : null}
                  <span className={concept === gap ? "border-b-2 border-dashed border-danger" : undefined}>
                    <TextLink href={`/chain/${concept}`}>{conceptName(concept, locale)}</TextLink>
                    <span className="ml-1 text-sm text-muted tabular-nums">
                      {concept === gap ? t("missing") : t("holders", { count: holders })}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
            <p className="mt-1 text-sm">
              {gap === null ? t("stands") : t("gap", { name: conceptName(gap, locale) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
