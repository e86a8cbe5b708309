import { formatDate } from "@lilink/i18n";
import { addWorkingDays } from "@lilink/model/calendar";
import { type PostingState, reviewTargetDays } from "@lilink/model/posting";
import { type StepState, Steps } from "@lilink/ui";
import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import { OwnActions } from "./own-actions.tsx";
import { ReturnNotice, type ReturnNoticeProps } from "./return-notice.tsx";
import { TryMatches } from "./try-matches.tsx";

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
  readonly now: Date;
};

const steps = ["draft", "in_review", "published", "closed"] as const;

function placeOf(state: PostingState): number {
  if (state === "draft" || state === "returned") return 0;
  if (state === "in_review") return 1;
  return state === "published" ? 2 : 3;
}

/** For its owner: how far the posting has come, what comes next, and what can be done. */
export function OwnPanel({ publicId, own, mayAct, endsOn, now }: OwnPanelProps) {
  const t = useTranslations("posting.detail");
  const all = useTranslations("posting");
  const locale = useLocale();
  // Chinese sentences follow each other without a space.
  const gap = locale === "en" ? " " : "";
  const place = placeOf(own.state);
  const stateAt = (index: number): StepState =>
    index < place ? "done" : index === place ? "current" : "todo";
  const editable = own.state === "draft" || own.state === "returned" || own.state === "published";
  const isWaiting = own.state === "in_review";
  const due = isWaiting && own.submittedAt ? addWorkingDays(own.submittedAt, reviewTargetDays) : null;
  return (
    <section aria-label={t("own")} className="mb-8 flex flex-col gap-4 border-y border-line py-4">
      <Steps
        label={t("steps.label")}
        steps={steps.map((key, index) => ({ key, label: t(`steps.${key}`), state: stateAt(index) }))}
        stateText={{ done: t("steps.done"), current: t("steps.current"), todo: t("steps.todo") }}
      />
      {own.returned ? <ReturnNotice review={own.returned} /> : null}
      {isWaiting ? (
        <p className="flex items-center gap-2 text-lg font-semibold">
          <CircleCheck aria-hidden className="size-5 shrink-0 text-success" />
          {own.submittedAt
            ? t("handedIn", { version: own.version, date: formatDate(own.submittedAt, locale) })
            : t("inReview", { version: own.version })}
        </p>
      ) : null}
      <p>
        {due
          ? t(due < now ? "reviewLate" : "reviewBy", {
              date: formatDate(due, locale),
              days: reviewTargetDays,
            })
          : t(`next.${own.state}`)}
        {own.live && own.state !== "published" && own.liveVersion !== null
          ? `${gap}${t("liveStill", { version: own.liveVersion })}`
          : null}
        {own.live && own.validUntil
          ? `${gap}${t("validUntil", { date: formatDate(own.validUntil, locale) })}${locale === "en" ? "." : "。"}`
          : null}
      </p>
      {isWaiting ? (
        <p className="text-sm text-muted">
          {[
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
        {isWaiting && mayAct ? <ButtonLink href="/postings/new">{all("new.another")}</ButtonLink> : null}
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
      {isWaiting && mayAct ? (
        <div className="no-print">
          <TryMatches publicId={publicId} until="reviewed" />
        </div>
      ) : null}
    </section>
  );
}
