import { formatDate } from "@lilink/i18n";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Introduction } from "../queries.ts";
import { toDueWords } from "../view.ts";

/** Where the introduction stands, for whoever has nothing to answer. An accepted one speaks for itself. */
export function StateNotice({ introduction }: { readonly introduction: Introduction }) {
  const t = useTranslations("introduction.detail");
  const reasons = useTranslations("introduction.decline");
  const locale = useLocale();
  const { state, dueAt, declineReason, answerNote, endedAt, endNote } = introduction;
  const note = (text: string | null) => (text ? <p>{t("note", { note: text })}</p> : null);
  if (state === "accepted") {
    return answerNote ? (
      <NoticeBox className="mb-8" tone="success">
        {note(answerNote)}
      </NoticeBox>
    ) : null;
  }
  if (state === "sent") {
    const { date, due } = toDueWords(dueAt, new Date(), locale);
    return (
      <NoticeBox className="mb-8" title={t("waiting")}>
        {t("waitingBody", { date, due })}
      </NoticeBox>
    );
  }
  if (state === "declined") {
    return (
      <NoticeBox className="mb-8" title={t("declined", { reason: reasons(declineReason ?? "other") })}>
        {note(answerNote)}
      </NoticeBox>
    );
  }
  if (state === "withdrawn")
    return (
      <NoticeBox className="mb-8" title={t("withdrawn")}>
        {t("withdrawnBody")}
      </NoticeBox>
    );
  if (state === "expired") {
    return (
      <NoticeBox className="mb-8" tone="warning" title={t("expired")}>
        {t("expiredBody", { date: formatDate(dueAt, locale) })}
      </NoticeBox>
    );
  }
  return (
    <NoticeBox
      className="mb-8"
      title={endedAt ? t("endedTitle", { date: formatDate(endedAt, locale) }) : undefined}
    >
      <p>{t("endedBody")}</p>
      {note(endNote)}
    </NoticeBox>
  );
}
