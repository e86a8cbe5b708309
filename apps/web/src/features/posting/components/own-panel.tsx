import { formatDate } from "@lilink/i18n";
import type { PostingState } from "@lilink/model/posting";
import { type StepState, Steps } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { OwnActions } from "./own-actions.tsx";
import { ReturnNotice, type ReturnNoticeProps } from "./return-notice.tsx";

export type OwnPanelProps = {
  readonly publicId: string;
  readonly own: {
    readonly state: PostingState;
    readonly version: number;
    readonly liveVersion: number | null;
    readonly live: boolean;
    readonly validUntil: Date | null;
    readonly validDays: number;
    readonly submittedAt: Date | null;
    readonly returned: ReturnNoticeProps["review"] | null;
  };
  readonly mayAct: boolean;
  /** The day that its text tells, on which it ends at the latest. [PO31] */
  readonly endsOn?: string | null;
};

const steps = ["draft", "in_review", "published", "closed"] as const;

function placeOf(state: PostingState): number {
  if (state === "draft" || state === "returned") return 0;
  if (state === "in_review") return 1;
  return state === "published" ? 2 : 3;
}

/** For its owner: how far the posting has come, what comes next, and what can be done. */
export function OwnPanel({ publicId, own, mayAct, endsOn }: OwnPanelProps) {
  const t = useTranslations("posting.detail");
  const all = useTranslations("posting");
  const locale = useLocale();
  // Chinese sentences follow each other without a space.
  const gap = locale === "en" ? " " : "";
  const place = placeOf(own.state);
  const stateAt = (index: number): StepState =>
    index < place ? "done" : index === place ? "current" : "todo";
  const editable = own.state === "draft" || own.state === "returned" || own.state === "published";
  const since = own.submittedAt
    ? t("inReviewSince", { version: own.version, date: formatDate(own.submittedAt, locale) })
    : t("inReview", { version: own.version });
  return (
    <section aria-label={t("own")} className="mb-8 flex flex-col gap-4 border-y border-line py-4">
      <Steps
        label={t("steps.label")}
        steps={steps.map((key, index) => ({ key, label: t(`steps.${key}`), state: stateAt(index) }))}
        stateText={{ done: t("steps.done"), current: t("steps.current"), todo: t("steps.todo") }}
      />
      {own.returned ? <ReturnNotice review={own.returned} /> : null}
      <p>
        {own.state === "in_review" ? `${since}${gap}` : null}
        {t(`next.${own.state}`)}
        {own.live && own.state !== "published" && own.liveVersion !== null
          ? `${gap}${t("liveStill", { version: own.liveVersion })}`
          : null}
        {own.live && own.validUntil
          ? `${gap}${t("validUntil", { date: formatDate(own.validUntil, locale) })}${locale === "en" ? "." : "。"}`
          : null}
      </p>
      {own.state === "in_review" ? (
        <p className="text-sm text-muted">
          {[
            all("edit.submitFirst"),
            endsOn
              ? t("validToDay", { date: formatDate(endsOn, locale) })
              : t("validOnce", { days: own.validDays }),
            ...(mayAct ? [t("correct")] : []),
          ].join(gap)}
        </p>
      ) : null}
      <div className="no-print flex flex-wrap gap-2">
        {mayAct && editable ? (
          <ButtonLink
            variant={own.state === "published" ? "plain" : "accent"}
            href={`/postings/${publicId}/edit`}
          >
            {t(own.state === "published" ? "editVersion" : "edit")}
          </ButtonLink>
        ) : null}
        {own.live ? (
          <ButtonLink
            variant={own.state === "published" ? "accent" : "plain"}
            href={`/postings/${publicId}/matches`}
          >
            {t("matches")}
          </ButtonLink>
        ) : null}
        {own.state === "in_review" ? (
          mayAct ? (
            <ButtonLink href="/postings/new">{all("new.another")}</ButtonLink>
          ) : null
        ) : null}
        {own.version > 1 ? (
          <ButtonLink href={`/postings/${publicId}/history`}>{t("history")}</ButtonLink>
        ) : null}
        {mayAct ? (
          <OwnActions
            publicId={publicId}
            state={own.state}
            validDays={own.validDays}
            everSubmitted={own.version > 0}
          />
        ) : null}
      </div>
    </section>
  );
}
