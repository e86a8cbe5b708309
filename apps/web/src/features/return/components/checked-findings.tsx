"use client";

import { queryCode } from "@lilink/model/return";
import { Badge, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import type { ReturnReview } from "../queries.ts";
import { useFindingText } from "./finding-text.tsx";

type Reviewed = Pick<ReturnReview, "components" | "dimensions" | "findings" | "explanations">;

/** What was asked back with its answers, and what does not hold in what was handed in with what its maker says of it. */
export function CheckedFindings({ review }: { readonly review: Reviewed }) {
  const t = useTranslations("return.review");
  const queries = review.findings.filter(({ code }) => code === queryCode);
  const checks = review.findings.filter(({ code }) => code !== queryCode);
  return (
    <>
      {queries.length > 0 ? (
        <Section id="answers" title={t("answers")}>
          <FindingLines review={review} findings={queries} label={t("answer")} none={t("notAnswered")} />
        </Section>
      ) : null}
      <Section id="findings" title={t("findings")}>
        {checks.length === 0 ? <p>{t("noFindings")}</p> : null}
        <FindingLines review={review} findings={checks} label={t("explanation")} none={t("notExplained")} />
      </Section>
    </>
  );
}

type FindingLinesProps = {
  readonly review: Reviewed;
  readonly findings: Reviewed["findings"];
  readonly label: string;
  readonly none: string;
};

function FindingLines({ review, findings, label, none }: FindingLinesProps) {
  const textOf = useFindingText(review, "checker");
  const locale = useLocale();
  const words = new Map(review.explanations.map(({ check, text }) => [check, text]));
  return (
    <ul className="flex flex-col gap-3">
      {findings.map((finding) => {
        const said = words.get(finding.key);
        return (
          <li key={finding.key} className="border-l-2 border-warning pl-3">
            <p>{textOf(finding)}</p>
            {said ? (
              <p className="text-muted">
                {label}
                {locale === "en" ? ": " : "："}
                <OwnWords>{said}</OwnWords>
              </p>
            ) : (
              <Badge tone="warning">{none}</Badge>
            )}
          </li>
        );
      })}
    </ul>
  );
}
