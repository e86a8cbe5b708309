import { formatDate } from "@lilink/i18n";
import type { ReviewCriterion } from "@lilink/model/posting";
import { Section, Timeline } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { Review } from "../queries.ts";

export function EarlierDecisions({ decisions }: { readonly decisions: Review["decisions"] }) {
  const t = useTranslations("review.detail");
  const faults = useTranslations("review.fault");
  const words = useTranslations("posting.history");
  const locale = useLocale();
  return (
    <Section id="decisions" title={t("decisions")}>
      {decisions.length === 0 ? <p className="text-muted">{t("noDecisions")}</p> : null}
      <Timeline
        label={t("decisions")}
        events={decisions.map((decision) => ({
          key: decision.reviewedAt.toISOString(),
          when: t(decision.decision === "published" ? "publishedOn" : "returnedOn", {
            date: formatDate(decision.reviewedAt, locale),
            name: decision.reviewedBy ?? t("officer"),
          }),
          dateTime: decision.reviewedAt.toISOString(),
          title: words("version", { version: decision.version }),
          body: (
            <>
              {decision.failedCriteria.length > 0 ? (
                <p>{decision.failedCriteria.map((one) => faults(one as ReviewCriterion)).join(" · ")}</p>
              ) : null}
              {decision.reason ? <p className="text-muted">{decision.reason}</p> : null}
            </>
          ),
          tone: decision.decision === "published" ? ("success" as const) : ("warning" as const),
        }))}
      />
    </Section>
  );
}
