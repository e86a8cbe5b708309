import { declineReasons } from "@lilink/model/introduction";
import { Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import type { Match } from "../queries.ts";
import { type MarkTexts, MatchMarks } from "./match-marks.tsx";

export type DismissedListProps = {
  readonly own: string;
  readonly rows: readonly Match[];
  readonly marks: MarkTexts | null;
  /** What leads to the rest of them. */
  readonly children: ReactNode;
};

/** What was put aside, why, and the way back. */
export function DismissedList({ own, rows, marks, children }: DismissedListProps) {
  const t = useTranslations("match.page");
  if (rows.length === 0) return null;
  const reasonOf = (row: Match) => declineReasons.find((reason) => reason === row.markReason);
  return (
    <Section id="dismissed" title={t("dismissed")}>
      <p className="prose-measure mb-2 text-muted">{t("dismissedLead")}</p>
      <ul className="hairline-list border-y border-line">
        {rows.map((row) => {
          const reason = reasonOf(row);
          const title = row.other.fields.title ?? "";
          return (
            <li
              key={row.other.publicId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2"
            >
              <span className="min-w-0">
                <TextLink href={`/postings/${row.other.publicId}`}>{title}</TextLink>
                <span className="ml-3 text-sm text-muted">
                  {reason ? t("reason", { reason: t(`declineReason.${reason}`) }) : t("noReason")}
                </span>
              </span>
              {marks ? (
                <MatchMarks
                  own={own}
                  other={row.other.publicId}
                  mark="dismissed"
                  title={title}
                  text={marks}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {children}
    </Section>
  );
}
