import { formatDate } from "@lilink/i18n";
import { findConcept } from "@lilink/model/chain";
import { useLocale, useTranslations } from "next-intl";

export type ProvenanceProps = {
  readonly reading: {
    readonly concept: string;
    readonly version: number;
    readonly state: string;
    readonly publishedAt: Date | null;
    readonly validUntil: Date | null;
  };
};

/** Where the page's words come from, of which version, and until when they hold. */
export function Provenance({ reading }: ProvenanceProps) {
  const t = useTranslations("posting.detail");
  const locale = useLocale();
  const parts = [
    t(
      reading.state === "review"
        ? "provenanceInReview"
        : reading.state === "returned"
          ? "provenanceReturned"
          : "provenance",
    ),
    t("version", { version: reading.version }),
    ...(reading.publishedAt ? [t("published", { date: formatDate(reading.publishedAt, locale) })] : []),
    ...(reading.validUntil ? [t("validUntil", { date: formatDate(reading.validUntil, locale) })] : []),
    ...(findConcept(reading.concept)?.confidence === "recalled" ? [t("conceptRecalled")] : []),
  ];
  return <p className="border-t border-line pt-3 text-sm text-muted">{parts.join(" · ")}</p>;
}
