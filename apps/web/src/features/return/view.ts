import type { LinkId } from "@lilink/model/chain";
import { type FigurePlace, figureKey, type ReturnFrequency, type ReturnState } from "@lilink/model/return";
import type { Tone } from "@lilink/ui";
import type { ReturnContent, Round } from "./queries.ts";

export const stateTones: Readonly<Record<ReturnState, Tone>> = {
  open: "neutral",
  draft: "info",
  submitted: "info",
  queried: "warning",
  resubmitted: "info",
  verified: "success",
  locked: "success",
};

/** The two words of a sheet. @example splitSheet("smelting.quarterly") // { link: "smelting", frequency: "quarterly" } */
export function splitSheet(sheet: string): { link: LinkId; frequency: ReturnFrequency } {
  const [link, frequency] = sheet.split(".");
  return { link: link as LinkId, frequency: frequency as ReturnFrequency };
}

/** The id of a figure's control, as findings and the error summary link to it. */
export function cellId(place: FigurePlace): string {
  return `figure-${encodeURIComponent(figureKey(place)).replaceAll(/[%'()*!~.]/g, "_")}`;
}

type Component = ReturnContent["components"][number];
export type Row = { readonly site: string; readonly place: readonly string[] };

/** Figures of one indicator that are asked at the same places: components as rows, places as rows under them. */
export type FigureGroup = {
  readonly id: string;
  readonly indicator: ReturnContent["indicators"][number];
  readonly dimensions: readonly string[];
  readonly components: readonly Component[];
  readonly rows: readonly Row[];
  /** Whether there are more places than those shown, to be added one by one. */
  readonly open: boolean;
};

/** Up to so many places are shown at once; of more, those that have a figure now or had one before. */
const mostShown = 8;

/** What a return asks, in the order of its components. */
export function toGroups(
  content: Pick<ReturnContent, "components" | "dimensions" | "indicators" | "figures" | "earlier">,
): FigureGroup[] {
  const groups = new Map<string, Component[]>();
  for (const component of content.components) {
    const id = `${component.indicator} ${component.dimensions.join(" ")}`;
    groups.set(id, [...(groups.get(id) ?? []), component]);
  }
  return [...groups].flatMap(([id, components]) => {
    const indicator = content.indicators.find((one) => one.indicator === components[0]?.indicator);
    const dimensions = components[0]?.dimensions ?? [];
    if (!indicator) return [];
    const all = listPlaces(content, dimensions);
    const open = all.length > mostShown;
    const codes = new Set(components.map(({ code }) => code));
    const used = [...content.figures.filter(({ raw }) => raw !== ""), ...content.earlier]
      .filter(({ component }) => codes.has(component))
      .map(({ site, place }) => ({ site, place }));
    return [{ id, indicator, dimensions, components, rows: distinct([...(open ? [] : all), ...used]), open }];
  });
}

/** Every place of some dimensions, the last running fastest. */
function listPlaces({ dimensions }: Pick<ReturnContent, "dimensions">, ids: readonly string[]): Row[] {
  let places: string[][] = [[]];
  for (const id of ids) {
    const codes = dimensions.find((one) => one.id === id)?.codes ?? [];
    places = places.flatMap((place) => codes.map(({ code }) => [...place, code]));
    if (places.length > 4000) break;
  }
  return places.map((place) => ({ site: "", place }));
}

export function distinct(rows: readonly Row[]): Row[] {
  const found = new Map(rows.map((row) => [JSON.stringify([row.site, ...row.place]), row]));
  return [...found.values()];
}

/** The names of the codes of a place; empty for a figure without dimensions. */
export function placeName(
  { dimensions }: Pick<ReturnContent, "dimensions">,
  ids: readonly string[],
  { place }: Pick<FigurePlace, "place">,
  locale: string,
): string {
  return place
    .map((code, at) => {
      const name = dimensions.find((one) => one.id === ids[at])?.codes.find((one) => one.code === code)?.name;
      return name ? (locale === "en" ? name.en : name.zh) : code;
    })
    .join(" · ");
}

/** A figure's component and place in words. */
export function figureName(
  content: Pick<ReturnContent, "components" | "dimensions">,
  at: FigurePlace,
  locale: string,
): string {
  const component = content.components.find(({ code }) => code === at.component);
  const name = component ? (locale === "en" ? component.name.en : component.name.zh) : at.component;
  const where = [at.site, placeName(content, component?.dimensions ?? [], at, locale)]
    .filter(Boolean)
    .join(" · ");
  return where ? `${name} (${where})` : name;
}

/** How reporting stands in one sheet or province of a round. */
export type ReportingSum = {
  readonly key: string;
  readonly owed: number;
  readonly waiting: number;
  readonly verified: number;
  readonly missing: number;
  /** Handed in after the due instant. */
  readonly late: number;
  /** Due and never handed in. */
  readonly overdue: number;
};

/** Counts of a round added up by sheet or by province, the empty key for none. */
export function sumCounts(counts: Round["counts"], by: "sheet" | "province"): ReportingSum[] {
  const sums = new Map<string, ReportingSum>();
  for (const one of counts) {
    const key = one[by] ?? "";
    const known = sums.get(key) ?? { key, owed: 0, waiting: 0, verified: 0, missing: 0, overdue: 0, late: 0 };
    const isWaiting = one.state === "submitted" || one.state === "resubmitted";
    const isVerified = one.state === "verified" || one.state === "locked";
    sums.set(key, {
      key,
      owed: known.owed + one.count,
      waiting: known.waiting + (isWaiting ? one.count : 0),
      verified: known.verified + (isVerified ? one.count : 0),
      missing: known.missing + (isWaiting || isVerified ? 0 : one.count),
      overdue: known.overdue + one.overdue,
      late: known.late + one.late,
    });
  }
  return [...sums.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Counts of a whole round. */
export function totalOf(counts: Round["counts"]): Omit<ReportingSum, "key"> {
  const sums = sumCounts(counts, "sheet");
  const of = (name: keyof Omit<ReportingSum, "key">) => sums.reduce((sum, one) => sum + one[name], 0);
  return {
    owed: of("owed"),
    verified: of("verified"),
    waiting: of("waiting"),
    missing: of("missing"),
    overdue: of("overdue"),
    late: of("late"),
  };
}

export const roundGroups = ["overdue", "open", "closed"] as const;
export type RoundGroup = (typeof roundGroups)[number];

/** Where a round stands in the list of all: what is overdue calls for somebody, closed or not. */
export function groupOf({ counts, closedAt }: Pick<Round, "counts" | "closedAt">): RoundGroup {
  if (totalOf(counts).overdue > 0) return "overdue";
  return closedAt ? "closed" : "open";
}

/** Rounds by group, the latest due date first in each. */
export function sortRounds<R extends Pick<Round, "counts" | "closedAt" | "dueAt">>(
  rounds: readonly R[],
): R[] {
  return rounds.toSorted(
    (a, b) =>
      roundGroups.indexOf(groupOf(a)) - roundGroups.indexOf(groupOf(b)) || Number(b.dueAt) - Number(a.dueAt),
  );
}
