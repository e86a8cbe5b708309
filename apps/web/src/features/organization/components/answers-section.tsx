import { formatDate } from "@lilink/i18n";
import { DescriptionList, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";

export type AnswersSectionProps = {
  readonly answers: {
    readonly share: "nearlyAll" | "most" | "some" | "few";
    readonly days: number | null;
    readonly until: Date;
  } | null;
  /** Whether the reader may ask, and so is told. */
  readonly asks: boolean;
};

/** How a body answers, in bands, and how its contact opens. [OR13] */
export function AnswersSection({ answers, asks }: AnswersSectionProps) {
  const t = useTranslations("organization.page.answers");
  const locale = useLocale();
  const days = answers?.days ?? null;
  return (
    <Section id="answers" title={t("title")}>
      <DescriptionList
        items={[
          {
            key: "share",
            term: t("share"),
            detail: answers ? (
              t(answers.share)
            ) : (
              <span className="text-muted">{t(asks ? "tooFew" : "members")}</span>
            ),
          },
          ...(days === null
            ? []
            : [{ key: "days", term: t("days"), detail: days > 10 ? t("later") : t("within", { days }) }]),
          { key: "contact", term: t("contact"), detail: t("contactNote") },
        ]}
      />
      {answers ? (
        <p className="mt-2 text-sm text-muted">{t("note", { until: formatDate(answers.until, locale) })}</p>
      ) : null}
    </Section>
  );
}
