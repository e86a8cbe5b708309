import type { Side, TermCode, VerdictValue } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { asLabel } from "#features/posting/view.ts";
import type { TermClause, VerdictRow } from "../view.ts";
import type { Clause } from "./clauses.ts";
import type { TermText } from "./term-text.ts";

export type ClauseStripProps = {
  readonly rows: readonly VerdictRow[];
  readonly terms: readonly TermClause[];
  /** On which side the reader's own posting stands: whose each line is follows from it. */
  readonly side: Side;
  readonly termText: (term: TermCode) => TermText;
  /** The step that would settle an open figure. */
  readonly askOf: (row: VerdictRow) => ReactNode;
};

/** Every clause as a mark: met, missed or open; under it what is offered, and under that what is asked. */
export function ClauseStrip({ rows, terms, side, termText, askOf }: ClauseStripProps) {
  const t = useTranslations("match");
  const locale = useLocale();
  const [offers, needs] = side === "demand" ? ["other", "own"] : ["own", "other"];
  if (rows.length + terms.length === 0) return <p className="text-sm text-muted">{t("page.noFigures")}</p>;
  return (
    <ul className="clause-strip" aria-label={t("page.verdicts")}>
      {rows.map((row) => (
        <li key={row.key}>
          <span className="text-muted">
            {row.hard && row.from === null ? (
              <b className="hard-mark">{asLabel(t("page.hard"), locale)}</b>
            ) : null}
            {row.hard && row.from === null ? row.attribute : asLabel(row.attribute, locale)}
          </span>
          <ClauseMark verdict={row.verdict} />
          <span className="text-sm font-medium">
            {t("page.offers", { whose: offers, offer: row.offer ?? t("page.nothingStated") })}
          </span>
          <span className="text-muted">
            {t("page.needs", { whose: needs, need: row.need })}
            {row.from ? <span className="block">{t(`page.from.${row.from}`)}</span> : null}
            {row.isOtherBasis ? <span className="block">{t("page.otherBasis")}</span> : null}
            {row.margin ? <span className="block">{marginText(row.margin, t)}</span> : null}
          </span>
          {askOf(row)}
        </li>
      ))}
      {terms.map(({ term, verdict, isNear }) => {
        const { offer, need } = termText(term);
        return (
          <li key={term}>
            <span className="text-muted">{t(`term.${term}`)}</span>
            <ClauseMark verdict={verdict} isNear={isNear} />
            {offer ? (
              <span className="text-sm font-medium">{t("page.offers", { whose: offers, offer })}</span>
            ) : null}
            {need ? <span className="text-muted">{t("page.needs", { whose: needs, need })}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}

function marginText(
  { key, gap, percent }: NonNullable<VerdictRow["margin"]>,
  t: ReturnType<typeof useTranslations<"match">>,
): string {
  return key === "exact" ? t("page.exact") : t(`page.${key}`, { amount: gap ?? percent });
}

function ClauseMark({
  verdict,
  isNear = false,
}: {
  readonly verdict: VerdictValue;
  readonly isNear?: boolean;
}) {
  const t = useTranslations("match");
  return (
    <span className="verdict-mark clause-mark" data-verdict={isNear ? "near" : verdict}>
      {isNear ? t("page.close") : t(`verdict.${verdict}`)}
    </span>
  );
}

/** The clauses of a row as small marks alone, read aloud as their counts. */
export function ClauseMarks({
  clauses,
  label,
}: {
  readonly clauses: readonly Clause[];
  readonly label: string;
}) {
  if (clauses.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className="clause-marks">
        {clauses.map(({ key, verdict }) => (
          <i key={key} data-verdict={verdict} />
        ))}
      </span>
      {label}
    </span>
  );
}
