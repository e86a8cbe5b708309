import { formatDate } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { judgeStanding } from "@lilink/model/chain-health";
import type { Figure, Values } from "@lilink/model/register";
import { Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { readNodeHealth } from "../queries.ts";
import { rankOf, scoreText } from "../view.ts";
import { NodeHealth } from "./node-health.tsx";

/** On the page of a weak link: how its node stands now, and how to answer it. */
export async function LinkPanel({
  values: { node, score, judgedOn },
  call,
  keeps,
}: {
  readonly values: Values;
  /** The public id of the link where a call of the fund may start from it. [FU11] */
  readonly call: string | null;
  /** The reader keeps the group's records: asked for no offer of its own. */
  readonly keeps: boolean;
}) {
  const concept = typeof node === "string" ? findConcept(node) : null;
  if (!concept) return null;
  const [t, locale, health] = await Promise.all([
    getTranslations("health.board"),
    getLocale(),
    readNodeHealth(concept.id),
  ]);
  const opened = score as Figure | null;
  const today = health?.node;
  const then = opened?.low && opened.high ? scoreText(Number(opened.low), Number(opened.high), locale) : null;
  const now =
    today && today.rankMid !== null ? scoreText(today.geometricLow, today.geometricHigh, locale) : null;
  return (
    <>
      <Section id="answer" title={t(keeps ? "answerOthers" : "answer")}>
        <p className="prose-measure mb-3 text-muted">{t("answerLead")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink href={`/postings/new?${new URLSearchParams({ concept: concept.id })}`}>
            {t("post")}
          </ButtonLink>
          <TextLink href={{ pathname: "/postings", query: { concept: concept.id } }}>
            {t("postings")}
          </TextLink>
          {call ? (
            <TextLink href={{ pathname: "/fund-calls/new", query: { weakLink: call } }}>{t("call")}</TextLink>
          ) : null}
        </div>
      </Section>
      {today && then !== null && now !== null && then !== now && typeof judgedOn === "string" ? (
        <p className="prose-measure mb-3 text-muted">
          {t("then", {
            day: formatDate(judgedOn, locale === "en" ? "en" : "zh-CN"),
            score: then,
            now,
            standing: judgeStanding({ rank: rankOf(today), factors: today.factors }, health.of),
          })}
        </p>
      ) : null}
      <NodeHealth health={health} />
    </>
  );
}
