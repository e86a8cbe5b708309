import type { Answered, MatchResult } from "@lilink/model/matching";
import { useLocale, useTranslations } from "next-intl";
import { type TermClause, toReasonParams, type VerdictRow } from "../view.ts";
import { placeVerdict } from "./to-place.ts";

export type ToldLinesProps = {
  readonly result: MatchResult;
  readonly rows: readonly VerdictRow[];
  readonly terms: readonly TermClause[];
  /** Where the other side stands in the chain, in words. */
  readonly place: string;
  /** What came of answered pairs like this one, where a learned version ranks. [MT71] */
  readonly answered?: Answered | undefined;
};

/** Why a pair is called what it is called: the clauses in a sentence, the tie, and the conditions that decide. */
export function ToldLines({ result, rows, terms, place, answered }: ToldLinesProps) {
  const t = useTranslations("match.told");
  const reasonText = useTranslations("match.reason");
  const locale = useLocale();
  // As many as the posting lists: what follows from its readiness is told as a line of its own.
  const hard = rows.filter((row) => row.hard && row.from === null);
  const met = hard.filter(({ verdict }) => verdict === "pass").length;
  const derived = rows.filter((row) => row.hard && row.from !== null);
  const failed = rows.filter(({ verdict, hard: isHard }) => verdict === "fail" && !isHard);
  const count = hard.length;
  return (
    <ul className="text-sm">
      {count > 0 ? (
        <li className="told-line" data-verdict={met === count ? "pass" : "unknown"}>
          {met === count ? t("all", { count }) : t("some", { count, met })}
        </li>
      ) : null}
      <li className="told-line" data-verdict={placeVerdict(result.relation)}>
        {place}
      </li>
      {derived.map((row) => (
        <li key={row.key} className="told-line" data-verdict={row.verdict}>
          {t(`derived.${row.verdict}`, { attribute: row.attribute, need: row.need })}
        </li>
      ))}
      {failed.map((row) => (
        <li key={row.key} className="told-line" data-verdict="fail">
          {t(row.from ? "wishFrom" : "wish", {
            attribute: row.attribute,
            need: row.need,
            offer: row.offer ?? "",
          })}
        </li>
      ))}
      {terms
        .filter(({ verdict }) => verdict !== "pass")
        .map(({ term, verdict, isNear, reason }) => (
          <li key={term} className="told-line" data-verdict={isNear ? "near" : verdict}>
            {reasonText(reason.code, toReasonParams(reason, result.verdicts, locale))}
          </li>
        ))}
      {answered ? <li className="text-muted">{t("answered", answered)}</li> : null}
    </ul>
  );
}
