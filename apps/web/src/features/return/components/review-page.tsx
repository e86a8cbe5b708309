import { formatDate, formatPeriod, type Locale } from "@lilink/i18n";
import { NoticeBox, PageHeader, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName, provinceName } from "#features/organization/view.ts";
import type { ReturnReview } from "../queries.ts";
import { CheckPanel } from "./check-panel.tsx";
import { CheckedFindings } from "./checked-findings.tsx";
import { EventList } from "./event-list.tsx";
import { FigureTable } from "./figure-table.tsx";
import { SheetName } from "./sheet-name.tsx";
import { StateBadges } from "./state-badges.tsx";

export type ReviewPageProps = { readonly review: ReturnReview; readonly singleKeys: boolean };

/** A return as its checker reads it, with the decision beside. */
export function ReviewPage({ review, singleKeys }: ReviewPageProps) {
  const t = useTranslations("return");
  const locale = useLocale() as Locale;
  const waits = review.state === "submitted" || review.state === "resubmitted";
  const submitted = review.submittedAt
    ? t("page.submitted", { date: formatDate(review.submittedAt, locale, "time") })
    : "";
  return (
    <ClientMessages namespaces={["return"]}>
      <PageHeader
        up={<TextLink href="/review/returns">{t("review.up")}</TextLink>}
        title={
          review.owner ? (
            <OwnWords whole>{organizationName(review.owner, locale)}</OwnWords>
          ) : (
            formatPeriod(review.period, locale)
          )
        }
        lead={
          <>
            {formatPeriod(review.period, locale)} · <SheetName sheet={review.sheet} />
            {[provinceName(review.province, locale), submitted].filter(Boolean).map((text) => ` · ${text}`)}
          </>
        }
        badges={<StateBadges state={review.state} late={review.late} version={review.version} />}
      />
      <div className="grid gap-10 2xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <NoticeBox className="mb-6">{t("review.logged")}</NoticeBox>
          <CheckedFindings review={review} />
          <Section id="figures" title={t("review.figures")}>
            <FigureTable content={review} />
          </Section>
          <EventList events={review.events} content={review} />
        </div>
        {review.may.decide ? (
          <CheckPanel
            publicId={review.publicId}
            version={review.version}
            components={review.components}
            singleKeys={singleKeys}
          />
        ) : (
          <NoticeBox className="self-start">{waits ? t("review.own") : t("review.decided")}</NoticeBox>
        )}
      </div>
    </ClientMessages>
  );
}
