import type { Locale } from "@lilink/i18n";
import {
  type FigureSource,
  type MatchResult,
  type Side,
  sideOf,
  type TermCode,
  type Verdict,
  type VerdictValue,
} from "@lilink/model/matching";
import type { PostingFigure, PostingKind } from "@lilink/model/posting";
import { attributeName, figureText } from "#features/posting/view.ts";
import { clauseName, inUnit, isOtherBasis, toTermClauses } from "../view.ts";
import type { TermText } from "./term-text.ts";

/** What one match says of one clause; null where its pair has no such clause. */
export type ComparedCell = {
  readonly verdict: VerdictValue;
  /** The other side's figure; null where it states none. */
  readonly text: string | null;
  /** Both state it, on bases that are not compared. */
  readonly otherBasis: boolean;
  /** Met with the largest reserve of all that stand here, and others meet it with less. */
  readonly best: boolean;
  /** A condition of which both sides say something near. */
  readonly isNear: boolean;
};

export type ComparedRow = {
  readonly key: string;
  readonly attribute: string | null;
  readonly term: TermCode | null;
  readonly hard: boolean;
  /** What it is worked out from, where its author did not write it. */
  readonly from: FigureSource | null;
  /** One's own figure: what is asked, or what is offered. */
  readonly own: string | null;
  readonly cells: readonly (ComparedCell | null)[];
  /** Not all say the same of it. */
  readonly differs: boolean;
};

type Pair = {
  readonly other: { readonly kind: PostingKind };
  readonly result: Pick<MatchResult, "verdicts" | "reasons">;
};

/**
 * Clauses by rows and matches by columns, hard ones first and then in the order of the first match that has them: figures, then the
 * conditions beside them, each with what both sides say of it: `textOf`. Several clauses of one attribute are told apart by their order. [MT72]
 */
export function toComparison<P extends Pair>(
  kind: PostingKind,
  matches: readonly P[],
  locale: Locale,
  textOf: (match: P, side: Side) => (term: TermCode) => TermText,
): readonly ComparedRow[] {
  const side = sideOf(kind, matches[0]?.other.kind ?? kind) ?? "demand";
  const columns = matches.map(({ result }) => numbered(result.verdicts));
  const keys = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const figures = keys.map((key): ComparedRow => {
    const verdicts = columns.map((column) => column.get(key) ?? null);
    return rowOf(key, side, verdicts, locale);
  });
  const terms = matches.map(
    ({ result }) => new Map(toTermClauses(result.reasons).map((one) => [one.term, one])),
  );
  const conditions = [...new Set(terms.flatMap((column) => [...column.keys()]))].map((term): ComparedRow => {
    const said = matches.map((match) => textOf(match, side)(term));
    const cells = terms.map((column, at): ComparedCell | null => {
      const clause = column.get(term);
      const text = side === "demand" ? said[at]?.offer : said[at]?.need;
      if (!clause) return null;
      const { verdict, isNear } = clause;
      return { verdict, text: text || null, otherBasis: false, best: false, isNear };
    });
    const own = (side === "demand" ? said[0]?.need : said[0]?.offer) || null;
    return { key: term, attribute: null, term, hard: false, from: null, own, cells, differs: differ(cells) };
  });
  const isHard = ({ hard }: ComparedRow) => Number(hard);
  return [...[...figures].sort((a, b) => isHard(b) - isHard(a)), ...conditions];
}

export type StatedRow = {
  readonly attribute: string;
  readonly name: string;
  readonly cells: readonly (string | null)[];
};

/** What the others state beyond the clauses, by attribute; what one alone states stands as well. [MT72] */
export function toStated(
  rows: readonly ComparedRow[],
  stated: readonly (readonly PostingFigure[])[],
  locale: Locale,
): readonly StatedRow[] {
  const asked = new Set(rows.map(({ key }) => key.replace(/-\d+$/, "")));
  const attributes = [...new Set(stated.flat().map(({ attribute }) => attribute))];
  return attributes
    .filter((attribute) => !asked.has(attribute))
    .map((attribute) => ({
      attribute,
      name: attributeName(attribute, locale),
      cells: stated.map((figures) => {
        const own = figures.filter((figure) => figure.attribute === attribute);
        return own.length === 0 ? null : own.map((figure) => figureText(figure, locale)).join(" · ");
      }),
    }));
}

function numbered(verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> {
  const seen = new Map<string, number>();
  return new Map(
    verdicts.map((verdict) => {
      const at = seen.get(verdict.attribute) ?? 0;
      seen.set(verdict.attribute, at + 1);
      return [`${verdict.attribute}-${at}`, verdict];
    }),
  );
}

function rowOf(key: string, side: Side, verdicts: readonly (Verdict | null)[], locale: Locale): ComparedRow {
  const known = verdicts.flatMap((verdict) => verdict ?? []);
  const mine = known.map(({ need, offer }) => (side === "demand" ? need : offer)).find(Boolean);
  const margins = known.map((one) => (one.verdict === "pass" ? (one.margin ?? 0) : -1));
  const top = Math.max(...margins);
  const isTold = top > 0 && margins.some((margin) => margin < top);
  const cells = verdicts.map((verdict): ComparedCell | null => {
    if (!verdict) return null;
    const { need, offer } = verdict;
    const figure = side === "demand" ? offer && inUnit(offer, need.unit) : need;
    return {
      verdict: verdict.verdict,
      text: figure ? figureText(figure, locale) : null,
      otherBasis: isOtherBasis(verdict),
      best: isTold && side === "demand" && verdict.verdict === "pass" && verdict.margin === top,
      isNear: false,
    };
  });
  return {
    key,
    attribute: known[0] ? clauseName(known[0], locale) : null,
    term: null,
    hard: known.some(({ hard }) => hard),
    from: known[0]?.from ?? null,
    own: mine ? figureText(mine, locale) : null,
    cells,
    differs: differ(cells),
  };
}

function differ(cells: readonly (ComparedCell | null)[]): boolean {
  return new Set(cells.map((cell) => (cell ? `${cell.verdict} ${cell.text}` : ""))).size > 1;
}
