import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { Match } from "../queries.ts";
import { toIntroductionHref, type VerdictRow } from "../view.ts";

export type AskBarProps = {
  readonly own: string;
  readonly match: Pick<Match, "other" | "introduction">;
  /** The figures that are open, or those that narrowly fail. */
  readonly rows: readonly VerdictRow[];
  readonly about: "open" | "missed";
};

/** What is not known, or narrowly missed, as one question with its button. */
export function AskBar({ own, match: { other, introduction }, rows, about }: AskBarProps) {
  const t = useTranslations("match.told");
  const asked = [...new Map(rows.map((row) => [row.attributeId, row.attribute]))];
  if (asked.length === 0 || introduction) return null;
  const names = asked.map(([, name]) => name).join(t("join"));
  return (
    <p className="ask-bar">
      <span className="told-line" data-verdict="unknown">
        {t(about === "open" ? "open" : "missed", { names })}
      </span>
      <ButtonLink
        size="sm"
        href={toIntroductionHref(
          own,
          other.publicId,
          asked.map(([id]) => id),
        )}
      >
        {t(about === "open" ? "askOpen" : "askMissed", { count: asked.length })}
      </ButtonLink>
    </p>
  );
}
