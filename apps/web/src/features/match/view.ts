import { formatNumber, formatPeriod, formatQuantity, type Locale, placeName, yearlyName } from "@lilink/i18n";
import { convertUnit, findAttribute, parseDecimal, parseUnit } from "@lilink/model/chain";
import {
  chooseWord,
  type FigureSource,
  isBroken,
  type MatchResult,
  matchWords,
  type Reason,
  type TermCode,
  termCodes,
  type Verdict,
  type VerdictValue,
} from "@lilink/model/matching";
import type { PostingFigure } from "@lilink/model/posting";
import { attributeName, conceptName, figureText } from "#features/posting/view.ts";
import { nameWords } from "#lib/name-words.ts";

export const matchSections = ["matches", "nearMisses", "dismissed"] as const;
export type MatchSection = (typeof matchSections)[number];

/** The section that an address asks for page by page; undefined is the first of each. */
export function toMatchSection(asked: unknown): MatchSection | undefined {
  return matchSections.find((section) => section === asked);
}

/** The params of a reason with every id replaced by its name, and its figures as the table beside it writes them. */
export function toReasonParams(
  { params }: Reason,
  verdicts: readonly Verdict[],
  locale: Locale,
): Record<string, string | number> {
  const named = Object.entries(params).map(([key, value]): [string, string | number] => {
    if (typeof value === "number") return [key, value];
    if (key === "terms") return [key, nameWords(value.split(" · "), locale)];
    if (key.startsWith("concept")) return [key, conceptName(value, locale)];
    if (key === "periods")
      return [
        key,
        value
          .split(" ")
          .map((one) => formatPeriod(one, locale))
          .join(locale === "en" ? ", " : "、"),
      ];
    if (key === "attribute") return [key, attributeName(value, locale)];
    return [key, key === "region" ? placeName(value, locale) : value];
  });
  return { ...Object.fromEntries(named), ...figuresOf(params.attribute, verdicts, locale) };
}

function figuresOf(attribute: unknown, verdicts: readonly Verdict[], locale: Locale): Record<string, string> {
  const [verdict, second] = verdicts.filter((one) => one.attribute === attribute);
  // Two requirements of one attribute cannot be told apart here: the reason keeps its own words.
  if (!verdict || second) return {};
  const { need, offer, from } = verdict;
  return {
    need: figureText(withoutTail(need, from), locale),
    ...(offer ? { offer: figureText(withoutTail(inUnit(offer, need.unit), from), locale) } : {}),
  };
}

/** A weight in logits with its sign: `+1.2`, `−0.4`. */
export function weightText(weight: number, locale: Locale): string {
  const rounded = Math.round(Math.abs(weight) * 10) / 10;
  const sign = rounded === 0 ? "" : weight > 0 ? "+" : "−";
  return `${sign}${formatNumber(rounded, locale)}`;
}

export type ReasonBar = {
  readonly key: string;
  readonly reason: Reason;
  readonly weight: number;
  /** 0 to 1 of the longest bar of this result. */
  readonly length: number;
};

/** The reasons as bars in the order given, and their sum, which is the logit of the score. */
export function toReasonBars(reasons: readonly Reason[]): {
  readonly bars: readonly ReasonBar[];
  readonly sum: number;
} {
  const longest = Math.max(1e-9, ...reasons.map(({ weight }) => Math.abs(weight)));
  return {
    bars: reasons.map((reason, index) => ({
      key: `${index}-${reason.code}`,
      reason,
      weight: reason.weight,
      length: Math.abs(reason.weight) / longest,
    })),
    sum: reasons.reduce((sum, { weight }) => sum + weight, 0),
  };
}

export type VerdictRow = {
  readonly key: string;
  readonly attribute: string;
  readonly attributeId: string;
  readonly need: string;
  readonly offer: string | null;
  readonly verdict: VerdictValue;
  /** What is offered is stated on another basis, so the two are not compared. */
  readonly isOtherBasis: boolean;
  readonly hard: boolean;
  /** What the requirement is worked out from, where its author did not write it. */
  readonly from: FigureSource | null;
  readonly margin: {
    readonly key: "reserve" | "short" | "exact";
    readonly percent: string;
    readonly gap: string | null;
  } | null;
};

/** What a requirement is called: an amount by the year is not the capacity of the plant. */
export function clauseName({ attribute, from }: Pick<Verdict, "attribute" | "from">, locale: Locale): string {
  if (from !== "volume" || attribute === "volume") return attributeName(attribute, locale);
  return locale === "en" ? yearlyName.en : yearlyName.zh;
}

const verdictOrder: readonly VerdictValue[] = ["fail", "unknown", "pass"];

/** The figures side by side, what is offered in the unit of what is asked; what fails first, then what is open, then what passes. */
export function toVerdictRows(verdicts: readonly Verdict[], locale: Locale): readonly VerdictRow[] {
  return verdicts
    .map((verdict, index) => ({
      key: `${verdict.attribute}-${index}`,
      attribute: clauseName(verdict, locale),
      attributeId: verdict.attribute,
      need: figureText(withoutTail(verdict.need, verdict.from), locale),
      offer: verdict.offer
        ? figureText(withoutTail(inUnit(verdict.offer, verdict.need.unit), verdict.from), locale)
        : null,
      verdict: verdict.verdict,
      isOtherBasis: isOtherBasis(verdict),
      hard: verdict.hard,
      from: verdict.from ?? null,
      margin: marginOf(verdict, locale),
    }))
    .sort(
      (a, b) =>
        verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) || Number(b.hard) - Number(a.hard),
    );
}

/** Whether what is offered is in a unit that does not become that of what is asked: tonnes of LCE beside tonnes of goods. */
export function isOtherBasis({ verdict, need, offer }: Verdict): boolean {
  return verdict === "unknown" && offer !== undefined && !convertUnit(offer.value, offer.unit, need.unit).ok;
}

/** What is worked out, as what is spread over a year, has no more digits than four that tell something; a whole number stays as it was typed. */
const digitsWorkedOut = 4;

export function toFewDigits(amount: string): string {
  const value = amount.includes(".") ? parseDecimal(amount) : null;
  if (!value) return amount;
  const digits = Math.max(digitsWorkedOut, value.trunc().abs().toFixed().length);
  return value.toSignificantDigits(digits).toFixed();
}

const withoutTail = (figure: PostingFigure, from: FigureSource | undefined): PostingFigure =>
  from === "volume" ? { ...figure, value: toFewDigits(figure.value) } : figure;

/** More digits of a converted figure tell nothing. */
const digitsConverted = 8;

/** The same figure in another unit; as it is where the two do not convert. */
export function inUnit(figure: PostingFigure, unit: string): PostingFigure {
  if (figure.unit === unit) return figure;
  const value = convertUnit(figure.value, figure.unit, unit);
  const high = figure.high === undefined ? null : convertUnit(figure.high, figure.unit, unit);
  if (!value.ok || high?.ok === false) return figure;
  const text = (converted: typeof value.value) => converted.toSignificantDigits(digitsConverted).toFixed();
  return { ...figure, unit, value: text(value.value), ...(high ? { high: text(high.value) } : {}) };
}

function marginOf(judged: Verdict, locale: Locale): VerdictRow["margin"] {
  const { verdict, margin } = judged;
  if (margin === undefined || verdict === "unknown") return null;
  const share = Math.abs(margin) * 100;
  const percent = `${formatNumber(share >= 10 ? Math.round(share) : Math.round(share * 10) / 10, locale)}%`;
  if (share < 0.05) return verdict === "pass" ? { key: "exact", percent, gap: null } : null;
  return { key: verdict === "pass" ? "reserve" : "short", percent, gap: gapText(judged, locale) };
}

const digitsOfGap = 6;

/** How far what is offered lies from a limit, in the unit of the limit; a share in percentage points. */
function gapText({ attribute, need, offer, from }: Verdict, locale: Locale): string | null {
  const isLimit = need.op === ">=" || need.op === "<=";
  if (!offer || !isLimit || offer.op === "about" || !findAttribute(attribute)) return null;
  const end = offer.op === "range" && need.op === ">=" ? (offer.high ?? offer.value) : offer.value;
  const offered = convertUnit(end, offer.unit, need.unit);
  const asked = convertUnit(need.value, need.unit, need.unit);
  if (!offered.ok || !asked.ok) return null;
  const unit = /%$/.test(need.unit) ? "% points" : need.unit;
  const gap = offered.value
    .minus(asked.value)
    .abs()
    .toSignificantDigits(from === "volume" ? digitsWorkedOut : digitsOfGap)
    .toFixed();
  return formatQuantity(gap, parseUnit(unit)?.id ?? unit, locale, "exact");
}

export type TermClause = {
  readonly term: TermCode;
  readonly verdict: VerdictValue;
  /** What is offered differs from what is asked, but is close enough to talk about. */
  readonly isNear: boolean;
  readonly reason: Reason;
};

/** The conditions beside the figures that were asked for, each met, missed or open; what differs but is close is open, and a schedule of which a part is short is missed. */
export function toTermClauses(reasons: readonly Reason[]): readonly TermClause[] {
  return termCodes.flatMap((term) => {
    const reason = reasons.find(({ code }) => code.startsWith(`${term}_`));
    if (!reason) return [];
    const end = reason.code.slice(term.length + 1);
    const verdict = isBroken(end) ? "fail" : end === "pass" ? "pass" : "unknown";
    return [{ term, verdict, isNear: end === "kindred" || end === "partial", reason }];
  });
}

type Listed = { readonly result: MatchResult; readonly mark: string | null };

/** Strongest first: what is pinned, then by the word, and in the order given where the word is the same. */
export function sortByWord<M extends Listed>(matches: readonly M[]): readonly M[] {
  const rank = ({ mark, result }: M) => (mark === "pinned" ? -1 : matchWords.indexOf(chooseWord(result)));
  return [...matches].sort((a, b) => rank(a) - rank(b) || b.result.score - a.result.score);
}

type Begun = { readonly introduction: string | null; readonly answerBy: Date | null };

/** The match to turn to first: whoever waits for an answer, the soonest due; else the strongest that is not merely distant and that nobody asked yet. A list of one match needs no leader. */
export function toFirst<M extends Listed & Begun>(matches: readonly M[]): M | null {
  const [owed] = matches
    .filter(({ answerBy }) => answerBy !== null)
    .sort((a, b) => Number(a.answerBy) - Number(b.answerBy));
  return (
    owed ??
    (matches.length > 1 ? sortByWord(matches) : []).find(
      ({ result, introduction }) => introduction === null && chooseWord(result) !== "distant",
    ) ??
    null
  );
}

/** The hard requirements that a near miss does not meet. */
export function toMissing(result: MatchResult, locale: Locale): readonly VerdictRow[] {
  return toVerdictRows(
    result.verdicts.filter(({ hard, verdict }) => hard && verdict === "fail"),
    locale,
  );
}

/** The address of the interest form with everything that is known filled in. */
export function toIntroductionHref(
  own: string,
  other: string,
  {
    attributes = [],
    terms = [],
  }: { readonly attributes?: readonly string[]; readonly terms?: readonly TermCode[] } = {},
) {
  return {
    pathname: "/introductions/new",
    query: {
      posting: other,
      own,
      ...(attributes.length > 0 ? { attribute: [...attributes] } : {}),
      ...(terms.length > 0 ? { term: [...terms] } : {}),
    },
  };
}

/** Why a ranked match is not suggested: the other side's places are taken, one's own are, or it is not in the market. */
export function toShared(given: {
  readonly code: string;
  readonly standing: { readonly place: number; readonly places: number } | null;
}): "late" | "enough" | "notOpen" | null {
  if (given.code !== "ranked") return null;
  if (!given.standing) return "notOpen";
  return given.standing.place > given.standing.places ? "late" : "enough";
}
