import { policyAnswers } from "@lilink/model/register";
import { Section } from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { requireRegister } from "#features/record/queries.ts";
import { mayCreate, ownText } from "#features/record/view.ts";
import type { Viewer } from "#lib/session.ts";
import { readEvaluation } from "../queries.ts";
import { PolicyComments } from "./policy-comments.tsx";

/** The consultation on a policy: how many comments were answered how, the published summary, and each comment with its answer. [PY6] */
export async function ConsultationPanel({
  id,
  viewer,
}: {
  readonly id: string;
  readonly viewer: Viewer | null;
}) {
  const [t, given, evaluation] = await Promise.all([
    getTranslations("governance.evaluation"),
    getLocale(),
    readEvaluation(id),
  ]);
  if (!evaluation) return null;
  const locale = given === "en" ? "en" : "zh-CN";
  const comments = evaluation.comments.filter(({ kind }) => kind === "consultation");
  const of = (wanted: string) => comments.filter(({ outcome }) => outcome === wanted).length;
  const counts = Object.fromEntries(policyAnswers.map((outcome) => [outcome, of(outcome)]));
  const summary = ownText({ zh: evaluation.summaryZh, en: evaluation.summaryEn }, locale);
  return (
    <Section
      id="consultation"
      title={t("consultation", { count: comments.length })}
      action={<TextLink href={`/policies/${id}/evaluation`}>{t("toEvaluation")}</TextLink>}
    >
      {summary ? (
        <p className="prose-measure mb-3 whitespace-pre-line">
          <OwnWords>{summary}</OwnWords>
        </p>
      ) : null}
      {comments.length > 0 ? (
        <p className="mb-3 text-sm text-muted">
          {t("counts", counts as Record<"adopted" | "partly" | "not_adopted" | "noted", number>)}
        </p>
      ) : null}
      <PolicyComments comments={comments} locale={locale} empty={t("noComments")} />
      {mayCreate(requireRegister("policy-comments"), viewer) ? (
        <ButtonLink
          href={{ pathname: "/policy-comments/new", query: { policy: id, kind: "consultation" } }}
          className="mt-3"
        >
          {t("comment")}
        </ButtonLink>
      ) : null}
    </Section>
  );
}
