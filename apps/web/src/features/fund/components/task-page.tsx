import { formatDate, sayCriterion } from "@lilink/i18n";
import { callCriteria } from "@lilink/model/register";
import { Badge, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ownText } from "#features/record/view.ts";
import type { Task } from "../queries.ts";
import { reviewTone } from "../view.ts";
import { Content } from "./application-page.tsx";
import { ReviewForm } from "./review-form.tsx";

/** A task of a reviewer: the application, the own review, and those of others once the own one is in. [FU16] */
export function TaskPage({ task: { task, call, application, others } }: { readonly task: Task }) {
  const t = useTranslations("fund");
  const given = useLocale();
  const locale = given === "en" ? "en" : "zh-CN";
  const criteria = callCriteria[call.researchClass].map((name, at) => ({
    name: sayCriterion(name, locale),
    weight: call.weights[at] ?? 0,
    anchors: ownText(call.anchors[at] ?? { zh: null, en: null }, locale),
  }));
  const scored = (scores: readonly number[]) =>
    scores.map((score, at) => `${criteria[at]?.name ?? ""} ${score}`).join(" · ");
  return (
    <>
      <PageHeader
        up={<TextLink href="/fund/reviews">{t("desk.title")}</TextLink>}
        title={<OwnWords>{application.title}</OwnWords>}
        lead={`${t("desk.due")} ${formatDate(task.dueOn, locale)}`}
        badges={<Badge tone={reviewTone[task.state]}>{t(`reviewState.${task.state}`)}</Badge>}
      />
      <Content application={application} locale={locale} />
      {task.state === "assigned" ? (
        <Section id="scores" title={t("task.scores")}>
          <ReviewForm publicId={task.publicId} criteria={criteria} />
        </Section>
      ) : (
        <Section id="mine" title={t("task.mine")}>
          <p className="mb-1 tabular-nums">{scored(task.scores ?? [])}</p>
          <p className="prose-measure whitespace-pre-line">
            <OwnWords>{task.words ?? ""}</OwnWords>
          </p>
        </Section>
      )}
      <Section id="others" title={t("task.others")}>
        {task.state === "assigned" ? (
          <p className="text-sm text-muted">{t("task.othersLater")}</p>
        ) : others.length === 0 ? (
          <p className="text-sm text-muted">{t("task.noOthers")}</p>
        ) : (
          <ol className="hairline-list prose-measure">
            {others.map(({ scores, confidence, words }, at) => (
              <li key={`${at} ${words.slice(0, 20)}`} className="py-3">
                <p className="mb-1 text-sm text-muted tabular-nums">
                  {`${t("form.wordsOf", { n: at + 1 })} · ${scored(scores)} · ${t("task.confidence")} ${confidence}`}
                </p>
                <p className="whitespace-pre-line">
                  <OwnWords mark>{words}</OwnWords>
                </p>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}
