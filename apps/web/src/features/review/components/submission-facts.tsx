import { formatDate } from "@lilink/i18n";
import { DescriptionList } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { Review } from "../queries.ts";

/** Who submitted it, when, and what they said of the change. */
export function SubmissionFacts({ review }: { readonly review: Review }) {
  const t = useTranslations("review");
  const days = useTranslations("posting.edit");
  const locale = useLocale();
  const { owner } = review;
  return (
    <DescriptionList
      className="mb-8 border-y border-line"
      items={[
        ...(owner
          ? [
              {
                key: "organization",
                term: t("detail.organization"),
                detail: (
                  <>
                    <TextLink href={`/organizations/${owner.publicId}`}>
                      <OwnWords>{locale === "en" ? (owner.nameEn ?? owner.name) : owner.name}</OwnWords>
                    </TextLink>
                    {owner.status === "verified" || owner.status === "pending" ? null : (
                      <span className="block text-sm text-muted">{t("queue.suspended")}</span>
                    )}
                  </>
                ),
              },
            ]
          : []),
        {
          key: "submitted",
          term: t("detail.submitted"),
          detail: `${formatDate(review.submittedAt, locale, "time")} (${t("queue.waiting", { days: review.workingDays })})`,
        },
        { key: "validDays", term: t("detail.validDays"), detail: days("days", { days: review.validDays }) },
        ...(review.changeNote
          ? [
              {
                key: "changeNote",
                term: t("detail.changeNote"),
                detail: <OwnWords>{review.changeNote}</OwnWords>,
              },
            ]
          : []),
      ]}
    />
  );
}
