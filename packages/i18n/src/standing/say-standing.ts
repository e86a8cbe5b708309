import {
  type Bilingual,
  findGoal,
  findGoalRule,
  leadPart,
  type NoVerdict,
  type Pace,
  type PartStanding,
  type Standing,
} from "@lilink/model/goals";
import { createTranslator } from "../create-translator.ts";
import { formatChange, formatDifference } from "../format/change.ts";
import { formatQuantity, formatShare, toReading } from "../format/quantity.ts";
import type { Locale } from "../locale.ts";

type Part = Pick<
  PartStanding,
  | "status"
  | "method"
  | "gap"
  | "made"
  | "needed"
  | "unit"
  | "why"
  | "lacking"
  | "now"
  | "care"
  | "target"
  | "band"
  | "spread"
  | "disagree"
>;
type Said = Part & Pick<Standing, "closed"> & { readonly year: number };

/**
 * Where a measure stands, in one sentence: met or missed and by how much, what pace is needed and what was made, or why there
 * is no verdict. [PG16], [PG17]
 * @example saying(standing, "en") // "Needs +1.1 percentage points a year; made +2."
 */
export function sayStanding(one: Said, locale: Locale): string {
  const t = createTranslator(locale, "standing.say");
  const { status, unit, year } = one;
  const pace = (given: Pace | null) => (given ? formatChange(given.perYear, unit, locale) : null);
  const gap = one.gap === null ? null : formatDifference(one.gap, unit, locale);
  const [needed, made] = [pace(one.needed), pace(one.made)];
  if (status === "not_assessable") return sayNone(one, locale);
  if (one.method === "yes_no") return t(status === "achieved" ? "inPlace" : "notInPlace");
  if (status === "achieved") return one.closed ? t("achieved", { year }) : sayMet(one, locale);
  if (status === "missed") return sayMissed(one, gap, locale);
  if (status === "inside") return t("inside");
  if (status === "first_figure") return sayFirst(one, needed, locale);
  if (status === "outside" || status === "overshot" || status === "leaving")
    return t(status, { gap: gap ?? "" });
  if (!needed) return made ? t("made", { made }) : t("plain");
  const paces = { needed, made: made ?? t("nothing") };
  const byGrowth = one.disagree ? growths(one, locale) : null;
  if (byGrowth) return t("growths", { ...paces, ...byGrowth });
  return status === "approaching" ? t("approaching", paces) : t("paces", paces);
}

/** Where the line says another status than growth, by which it stands: the growth that is needed and that was made. [PG15] */
function growths({ needed, made }: Said, locale: Locale) {
  if (needed?.growth == null || made?.growth == null) return null;
  const share = (growth: string) =>
    `${Number(growth) > 0 ? "+" : ""}${formatShare(Number(growth), locale, 1)}`;
  return { neededGrowth: share(needed.growth), madeGrowth: share(made.growth) };
}

/** No change yet to judge: of a target against a base, now is the base, whatever was released before it. [PG16] */
function sayFirst({ method, now }: Said, needed: string | null, locale: Locale): string {
  const t = createTranslator(locale, "standing.say");
  if (method === "relative" && now) return t("base", { year: String(now.year), needed: needed ?? "none" });
  return needed ? t("first", { needed }) : t("firstPlain");
}

/** Met today; where the figure may still move, at which end it would not be. [PG21] */
function sayMet({ band, spread, unit }: Said, locale: Locale): string {
  const t = createTranslator(locale, "standing.say");
  const open = band?.findIndex((end) => end !== "achieved") ?? -1;
  const bound = spread && open >= 0 ? [spread.low, spread.high][open] : undefined;
  return bound === undefined
    ? t("met")
    : t("metOpen", { bound: formatQuantity(toReading(bound), unit, locale) });
}

function sayMissed({ method, gap, year, now }: Said, text: string | null, locale: Locale): string {
  const t = createTranslator(locale, "standing.say");
  if (now?.value === null) return t("missedWithheld", { year });
  const isNone = gap === null || Number(gap) === 0;
  if (method === "steady") return isNone ? t("stood", { year }) : t("back", { gap: text ?? "" });
  return isNone ? t("atLimit", { year }) : t("missed", { gap: text ?? "", year });
}

function sayNone({ why, lacking, year }: Said, locale: Locale): string {
  const t = createTranslator(locale, "standing.say");
  const reason: NoVerdict = why ?? "figure";
  if (reason === "base" && lacking.length > 0)
    return t("baseOf", {
      count: lacking.length,
      years: new Intl.ListFormat(locale, { type: "conjunction" }).format(lacking.map(String)),
    });
  return t(`none.${reason}`, { year });
}

type Told = Pick<Standing, "goal" | "status" | "closed" | "care" | "without"> & {
  readonly parts: readonly (Part & { readonly name?: Bilingual })[];
};

/**
 * What is said of a goal: where the measure that decides stands (the one that leads), which one that is, and what qualifies the
 * verdict: few returns, and measures that have none. [PG18], [PG20]
 */
export function sayGoal(
  { goal, status, closed, care, without, parts }: Told,
  locale: Locale,
): readonly string[] {
  const t = createTranslator(locale, "standing.say");
  const worst = leadPart(parts);
  if (!worst) return [];
  const said = sayStanding({ ...worst, closed, year: findGoal(goal)?.horizon ?? 0 }, locale);
  const name = worst.name && (locale === "en" ? headed(worst.name.en) : worst.name.zh);
  return [
    parts.length > 1 && name ? `${name}${locale === "en" ? ": " : "："}${said}` : said,
    ...(care === null ? [] : [t("care", { percent: care })]),
    ...(without > 0 && without < parts.length ? [t("without", { without, all: parts.length })] : []),
    ...sayApart({ goal, status }, locale),
  ];
}

/** A name at the head of a sentence begins with a capital, but for one like pH. */
const headed = (name: string) =>
  /^\p{Ll}(?:\p{Lu}|\d)/u.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);

/** Of a verdict that judges a part of its target: what nothing measures; nothing where there is none. [PG9] */
export function sayApart({ goal, status }: Pick<Told, "goal" | "status">, locale: Locale): readonly string[] {
  const apart = findGoalRule(goal)?.apart;
  if (!apart || status === "not_assessable") return [];
  return [createTranslator(locale, "standing.say")("apart", { what: locale === "en" ? apart.en : apart.zh })];
}
