import { recordWords } from "@lilink/i18n";
import { countFigures, judgeStanding } from "@lilink/model/chain-health";
import { Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import type { HealthOfNode } from "../queries.ts";
import { rankOf, rankText, scoreText } from "../view.ts";
import { FactorBars } from "./factor-bars.tsx";

/** On the page of a concept: how weak it is and why. Nothing before the chain was judged. */
export function NodeHealth({ health }: { readonly health: HealthOfNode }) {
  const t = useTranslations("health.concept");
  const words = useTranslations("health.standing");
  const locale = useLocale();
  if (!health) return null;
  const { node, run, of } = health;
  const standing = judgeStanding({ rank: rankOf(node), factors: node.factors }, of);
  const missing = node.factors
    .filter(({ why }) => why === "missing")
    .map(({ factor }) => recordWords("weakLink", locale).choice("factors", factor));
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
      {node.rankMid === null ? (
        <p className="prose-measure mb-3 text-muted">{t("none")}</p>
      ) : (
        <p className="prose-measure mb-3">
          <b>{words(standing)}</b>
          <span className="ml-3 text-muted">
            {t("known", {
              all: node.factors.length,
              count: countFigures(node.factors),
              missing: missing.length,
              names: missing.join(locale === "en" ? ", " : "、"),
            })}{" "}
            {t("score", { score: scoreText(node.geometricLow, node.geometricHigh, locale) })}{" "}
            {standing === "unsure" ? null : t("rank", { rank: rankText(node), all: of })}
          </span>
        </p>
      )}
      {node.rankMid === null ? null : <FactorBars node={node} rules={run.rules} />}
    </Section>
  );
}
