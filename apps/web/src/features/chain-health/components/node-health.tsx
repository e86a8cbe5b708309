import { judgeStanding } from "@lilink/model/chain-health";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { HealthOfNode } from "../queries.ts";
import { rankOf, rankText, scoreText } from "../view.ts";
import { FactorBars } from "./factor-bars.tsx";

type NodeHealthProps = {
  readonly health: HealthOfNode;
  /** Whether the reader sees at once how the score comes about. */
  readonly isExplained?: boolean;
};

/** On the page of a concept: how weak it is and why. Nothing before the chain was judged. */
export function NodeHealth({ health, isExplained = false }: NodeHealthProps) {
  const t = useTranslations("health.concept");
  const words = useTranslations("health.standing");
  const locale = useLocale();
  if (!health) return null;
  const { node, run, of } = health;
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
              standing: words(judgeStanding({ rank: rankOf(node), factors: node.factors }, of)),
              rank: rankText(node),
              all: of,
              score: scoreText(node.geometricLow, node.geometricHigh, locale),
            })}
      </p>
      {node.rankMid === null ? null : <FactorBars node={node} rules={run.rules} isExplained={isExplained} />}
    </Section>
  );
}
