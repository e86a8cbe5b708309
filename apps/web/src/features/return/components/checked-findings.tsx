"use client";

import { Badge, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReturnReview } from "../queries.ts";
import { useFindingText } from "./finding-text.tsx";

type Reviewed = Pick<ReturnReview, "components" | "dimensions" | "findings" | "explanations">;

/** What does not hold in what was handed in, each with what its maker says of it. */
export function CheckedFindings({ review }: { readonly review: Reviewed }) {
  const t = useTranslations("return.review");
  const textOf = useFindingText(review);
  const words = new Map(review.explanations.map(({ check, text }) => [check, text]));
  return (
    <Section id="findings" title={t("findings")}>
      {review.findings.length === 0 ? <p>{t("noFindings")}</p> : null}
      <ul className="flex flex-col gap-3">
        {review.findings.map((finding) => {
          const said = words.get(finding.key);
          return (
            <li key={finding.key} className="border-l-2 border-warning pl-3">
              <p>{textOf(finding)}</p>
              {said ? (
                <p className="text-muted">
                  {t("explanation")}: {said}
                </p>
              ) : (
                <Badge tone="warning">{t("notExplained")}</Badge>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
