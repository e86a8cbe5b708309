import type { TermCode } from "@lilink/model/matching";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { Match } from "../queries.ts";
import { toIntroductionHref, type VerdictRow } from "../view.ts";

export type AskBarProps = {
  readonly own: string;
  readonly match: Pick<Match, "other" | "introduction">;
  /** The figures that are open, or those that narrowly fail. */
  readonly rows: readonly VerdictRow[];
  /** The conditions beside them that are open. */
  readonly terms: readonly TermCode[];
  readonly about: "open" | "missed";
};

/** What is not known, or narrowly missed, as one question with its button. */
export function AskBar({ own, match: { other, introduction }, rows, terms, about }: AskBarProps) {
  const t = useTranslations("match");
  const asked = [...new Map(rows.map((row) => [row.attributeId, row.attribute]))];
  const count = asked.length + terms.length;
  if (count === 0 || introduction) return null;
  const names = [...asked.map(([, name]) => name), ...terms.map((term) => t(`term.${term}`))];
  return (
    <p className="ask-bar">
      <span className="told-line" data-verdict="unknown">
        {t(`told.${about}`, { names: names.join(t("told.join")) })}
      </span>
      <ButtonLink
        size="sm"
        href={toIntroductionHref(own, other.publicId, { attributes: asked.map(([id]) => id), terms })}
      >
        {t(about === "open" ? "told.askOpen" : "told.askMissed", { count })}
      </ButtonLink>
    </p>
  );
}
