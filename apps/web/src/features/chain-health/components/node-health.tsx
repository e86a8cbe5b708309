import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { HealthRow } from "../queries.ts";
import { rankText, scoreText } from "../view.ts";
import { FactorBars } from "./factor-bars.tsx";

/** On the page of a concept: how weak it is and why. Nothing before the chain was judged. */
export function NodeHealth({ node }: { readonly node: HealthRow | null }) {
  const t = useTranslations("health.concept");
  const locale = useLocale();
  if (!node) return null;
  return (
    <Section
      id="health"
      title={t("title")}
      action={
        <TextLink href={node.rankMid === null ? "/chain/health" : `/chain/health?node=${node.concept}#node`}>
          {t("open")}
        </TextLink>
      }
    >
      <p className="prose-measure mb-3 text-muted">
        {node.rankMid === null
          ? t("none")
          : t("lead", {
              rank: rankText(node),
              score: scoreText(node.geometricLow, node.geometricHigh, locale),
            })}
      </p>
      {node.rankMid === null ? null : <FactorBars node={node} />}
    </Section>
  );
}
