import { formatDate, placeName } from "@lilink/i18n";
import type { CooperationForm } from "@lilink/model/posting";
import { EmptyState, PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { ButtonLink, TextLink } from "#components/button-link.tsx";
import { ExportLinks } from "#components/export-links.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { AboutLine } from "#features/posting/components/made-title.tsx";
import { asLabel, isOtherLanguage, madeTitle } from "#features/posting/view.ts";
import { identityName } from "#lib/identity-name.ts";
import type { Compared, Match } from "../queries.ts";
import { toIntroductionHref } from "../view.ts";
import { AskLink } from "./ask-link.tsx";
import { FitWord, useWordRule } from "./fit-word.tsx";
import { useTermText } from "./term-text.ts";
import { type ComparedCell, type ComparedRow, toComparison, toStated } from "./to-comparison.ts";

export type ComparisonPageProps = {
  readonly compared: Compared;
  readonly mayAct: boolean;
  /** Only the rows in which the matches differ. */
  readonly onlyDifferences: boolean;
};

/** Chosen matches side by side: a row for each clause, a column for each match, and what to ask where nothing is stated. */
export function ComparisonPage({ compared, mayAct, onlyDifferences }: ComparisonPageProps) {
  const t = useTranslations("match.compare");
  const form = useTranslations("posting.cooperation");
  const termText = useTermText();
  const locale = useLocale();
  const { own, matches } = compared;
  const up = `/postings/${own.publicId}/matches`;
  const pathname = `${up}/compare`;
  const chosen = matches.map(({ other }) => other.publicId);
  const rows = toComparison(own.kind, matches, locale, ({ other }, side) => termText(own, other, side));
  const shown = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  const stated = toStated(
    rows,
    matches.map(({ other }) => other.fields.figures ?? []),
    locale,
  );
  const query = { with: chosen.join(",") };
  return (
    <>
      <PageHeader
        up={<TextLink href={up}>{t("back")}</TextLink>}
        title={t("title")}
        lead={
          <>
            <OwnWords whole>{own.title}</OwnWords>
            <AboutLine title={own.title} concept={own.concept} />
          </>
        }
        actions={
          matches.length > 0 ? (
            <ExportLinks
              href={`/api/export/comparison?posting=${own.publicId}&with=${query.with}&locale=${locale}`}
            />
          ) : null
        }
      />
      {matches.length === 0 ? (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<ButtonLink href={up}>{t("back")}</ButtonLink>}
        />
      ) : (
        <>
          <p className="no-print mb-2 flex flex-wrap gap-x-4 text-sm text-muted">
            {rows.some(({ cells }) => cells.some((cell) => cell?.best)) ? <span>{t("best")}</span> : null}
            <TextLink href={{ pathname, query: onlyDifferences ? query : { ...query, only: "differences" } }}>
              {t(onlyDifferences ? "allRows" : "differences")}
            </TextLink>
          </p>
          <div className="relative overflow-x-auto">
            <table className="comparison" style={{ "--columns": matches.length } as CSSProperties}>
              <caption className="sr-only">{t("title")}</caption>
              <thead>
                <tr>
                  <th scope="col" className="max-sm:sr-only">
                    {t("clause")}
                  </th>
                  <th scope="col" className="max-sm:hidden">
                    {t(own.kind === "capability" ? "offered" : "asked")}
                  </th>
                  {matches.map((match, at) => (
                    <th key={match.other.publicId} scope="col" data-first={at === 0 || undefined}>
                      <ColumnHead match={match} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <ClauseRow
                    key={row.key}
                    row={row}
                    own={own.publicId}
                    ownSide={t(own.kind === "capability" ? "offered" : "asked")}
                    matches={matches}
                    mayAct={mayAct}
                  />
                ))}
                {onlyDifferences
                  ? null
                  : stated.map(({ attribute, name, cells }) => (
                      <tr key={attribute}>
                        <th scope="row">{asLabel(name, locale)}</th>
                        <td className="text-muted max-sm:hidden">{t("notAsked")}</td>
                        {cells.map((cell, at) => (
                          <td key={chosen[at]} data-first={at === 0 || undefined}>
                            {cell ?? <span className="text-muted">{t("notStated")}</span>}
                          </td>
                        ))}
                      </tr>
                    ))}
                {factsOf(matches, t("nameLater"), (one) => form(one), locale)
                  .filter(({ key }) => !rows.some(({ term }) => term === key))
                  .map(({ key, cells }) => (
                    <tr key={key}>
                      <th scope="row" colSpan={2}>
                        {t(key)}
                      </th>
                      {cells.map((cell, at) => (
                        <td key={chosen[at]} data-first={at === 0 || undefined}>
                          {cell ?? <span className="text-muted">{t("notShown")}</span>}
                        </td>
                      ))}
                    </tr>
                  ))}
              </tbody>
              {mayAct ? (
                <tfoot className="no-print">
                  <tr>
                    <td className="max-sm:hidden" colSpan={2} />
                    {matches.map((match, at) => (
                      <td key={match.other.publicId} data-first={at === 0 || undefined}>
                        <AskLink own={own.publicId} match={match} />
                      </td>
                    ))}
                  </tr>
                </tfoot>
              ) : null}
            </table>
          </div>
        </>
      )}
    </>
  );
}

function ColumnHead({ match: { other, result } }: { readonly match: Match }) {
  const locale = useLocale();
  const ruleOf = useWordRule();
  const isMade = isOtherLanguage(other.language, locale);
  return (
    <span className="flex flex-col items-start gap-1">
      <TextLink href={`/postings/${other.publicId}`}>
        {isMade ? (
          madeTitle(other.concept, [], locale)
        ) : (
          <OwnWords whole>{other.fields.title ?? ""}</OwnWords>
        )}
      </TextLink>
      {isMade ? (
        <span className="text-sm font-normal text-muted">
          <OwnWords whole>{other.fields.title ?? ""}</OwnWords>
        </span>
      ) : null}
      <FitWord result={result} />
      <span className="text-sm font-normal text-muted">{ruleOf([result])}</span>
    </span>
  );
}

type ClauseRowProps = {
  readonly row: ComparedRow;
  readonly own: string;
  /** What one's own figures are called: what is required, or what is offered. */
  readonly ownSide: string;
  readonly matches: readonly Match[];
  readonly mayAct: boolean;
};

function ClauseRow({ row, own, ownSide, matches, mayAct }: ClauseRowProps) {
  const t = useTranslations("match");
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        {row.term ? t(`term.${row.term}`) : asLabel(row.attribute ?? "", locale)}
        {row.hard && row.from === null ? (
          <b className="hard-mark ml-2 whitespace-nowrap">{t("page.hard")}</b>
        ) : null}
        {row.from ? (
          <span className="block text-xs font-normal text-muted">{t(`page.from.${row.from}`)}</span>
        ) : null}
        <span className="ml-2 break-keep text-muted sm:hidden">
          {t("compare.ownSide", { side: ownSide, figure: row.own ?? t("compare.notStated") })}
        </span>
      </th>
      <td className="text-muted max-sm:hidden">{row.own ?? t("compare.notStated")}</td>
      {row.cells.map((cell, at) => {
        const match = matches[at];
        const asks =
          mayAct &&
          match &&
          !match.introduction &&
          cell?.verdict === "unknown" &&
          !cell.otherBasis &&
          row.term === null;
        return (
          <td key={match?.other.publicId} data-first={at === 0 || undefined}>
            <span className="inline-flex flex-wrap items-center gap-x-2">
              <Cell cell={cell} />
              {asks ? (
                <TextLink
                  href={toIntroductionHref(own, match.other.publicId, {
                    attributes: [row.key.replace(/-\d+$/, "")],
                  })}
                  className="no-print text-sm"
                >
                  {t("compare.ask")}
                </TextLink>
              ) : null}
            </span>
            {cell?.otherBasis ? <span className="block text-muted">{t("page.otherBasis")}</span> : null}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: ComparedCell | null }) {
  const t = useTranslations("match");
  if (!cell) return <span className="text-muted">{t("compare.noClause")}</span>;
  return (
    <span className="inline-flex items-center gap-2">
      <span className="verdict-mark" data-verdict={cell.isNear ? "near" : cell.verdict}>
        {cell.isNear ? null : <span className="sr-only">{t(`verdict.${cell.verdict}`)}</span>}
      </span>
      <span className={cell.best ? "underline decoration-2 underline-offset-4" : undefined}>
        {cell.text ?? t(cell.verdict === "unknown" ? "page.nothingStated" : `verdict.${cell.verdict}`)}
      </span>
      {cell.isNear ? <span className="text-sm text-muted">{t("page.close")}</span> : null}
    </span>
  );
}

/** What helps to choose and is no clause: who, where, since when, until when. */
function factsOf(
  matches: readonly Match[],
  nameLater: string,
  form: (one: CooperationForm) => string,
  locale: ReturnType<typeof useLocale>,
): readonly {
  readonly key: "cooperation" | "organization" | "region" | "until" | "published";
  readonly cells: readonly ReactNode[];
}[] {
  const each = (cell: (match: Match) => ReactNode) => matches.map(cell);
  return [
    {
      key: "cooperation",
      cells: each(({ other: { fields } }) =>
        fields.cooperation ? fields.cooperation.map(form).join(locale === "en" ? ", " : "、") : null,
      ),
    },
    {
      key: "organization",
      cells: each(({ other: { fields } }) =>
        fields.identity ? (
          <TextLink href={`/organizations/${fields.identity.publicId}`}>
            <OwnWords whole>{identityName(fields.identity, locale)}</OwnWords>
          </TextLink>
        ) : (
          <span className="text-muted">{nameLater}</span>
        ),
      ),
    },
    {
      key: "region",
      cells: each(({ other: { fields } }) => (fields.region ? placeName(fields.region, locale) : null)),
    },
    {
      key: "until",
      cells: each(({ other: { validUntil } }) => (validUntil ? formatDate(validUntil, locale) : null)),
    },
    {
      key: "published",
      cells: each(({ other: { publishedAt } }) => (publishedAt ? formatDate(publishedAt, locale) : null)),
    },
  ];
}
