import { formatDate } from "@lilink/i18n";
import { DescriptionList, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import type { Introduction } from "../queries.ts";

/** What was asked for, and when. */
export function InterestFacts({ introduction }: { readonly introduction: Introduction }) {
  const t = useTranslations("introduction");
  const locale = useLocale();
  const { aim, message, question, sentAt, answeredAt } = introduction;
  const items = [
    { key: "aim", term: t("detail.aim"), detail: t(`aim.${aim as "quote"}`) },
    ...(question ? [{ key: "question", term: t("detail.question"), detail: question.text }] : []),
    { key: "sent", term: t("detail.sentOn"), detail: formatDate(sentAt, locale, "time") },
    ...(answeredAt
      ? [{ key: "answered", term: t("detail.answeredOn"), detail: formatDate(answeredAt, locale, "time") }]
      : []),
  ];
  return (
    <Section id="interest" title={t("detail.interest")}>
      <p className="prose-measure mb-4 whitespace-pre-wrap">
        <OwnWords mark>{message}</OwnWords>
      </p>
      <DescriptionList items={items} className="border-y border-line" />
    </Section>
  );
}
