import { formatDate, formatMoney } from "@lilink/i18n";
import type { ApplicationState, CallPhase, PlanStage, ReviewState } from "@lilink/model/fund/life";
import type { ResearchClass } from "@lilink/model/register";
import type { Tone } from "@lilink/ui";

export const phaseTone: Readonly<Record<CallPhase, Tone>> = {
  draft: "neutral",
  forecast: "info",
  open: "success",
  closed: "warning",
  decided: "neutral",
  archived: "neutral",
  cancelled: "neutral",
};
/** How a call's days are told in each phase: what is still to come never reads as done. [FU11] */
export const windowWord = {
  draft: "coming",
  forecast: "coming",
  open: "running",
  closed: "over",
  decided: "over",
  archived: "over",
  cancelled: "planned",
} as const satisfies Readonly<Record<CallPhase, string>>;
export const applicationTone: Readonly<Record<ApplicationState, Tone>> = {
  draft: "neutral",
  submitted: "info",
  eligible: "info",
  ineligible: "danger",
  appealed: "warning",
  recommended: "success",
  reserve: "warning",
  not_recommended: "neutral",
  awarded: "success",
  declined: "neutral",
  withdrawn: "neutral",
};
export const reviewTone: Readonly<Record<ReviewState, Tone>> = {
  assigned: "info",
  submitted: "success",
  declined: "neutral",
  recused: "warning",
};
export const classTone: Readonly<Record<ResearchClass, Tone>> = {
  basic: "chain",
  applied: "resource",
  development: "materials",
};

/** An amount of yuan as people say it in the reader's language. */
export const money = (value: number, locale: string): string =>
  formatMoney(value, locale === "en" ? "en" : "zh-CN");

/** A day as people read it in the reader's language. */
export const dayText = (day: string, locale: string): string =>
  formatDate(day, locale === "en" ? "en" : "zh-CN");

/** @example share(0.283) // "28 %" */
export const share = (value: number) => `${Math.round(value * 100)}%`;

export type Axis = { readonly from: number; readonly to: number };
const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The years from the first start to the last review, whole. */
export function axisOf(days: readonly string[]): Axis {
  const years = days.map((day) => Number(day.slice(0, 4)));
  return { from: Math.min(...years), to: Math.max(...years) + 1 };
}

/** Where a day lies on an axis, 0 to 1. */
export function placeOn(day: string, { from, to }: Axis): number {
  const [start, end] = [dayOf(`${from}-01-01`), dayOf(`${to}-01-01`)];
  return Math.min(1, Math.max(0, (dayOf(day) - start) / (end - start)));
}

/** The years that an axis names: not more than fit. */
export function yearsOf({ from, to }: Axis, most = 12): readonly number[] {
  const step = Math.ceil((to - from) / most);
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);
}

export type StageName = "approval" | PlanStage;

/** Lines as people type lists: without blanks. */
export const toLines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** Fields of each line, or the number of the first line that has too few. */
export function readRows(
  text: string,
  separator: string,
  count: number,
): { readonly rows: string[][] } | { readonly bad: number } {
  const rows = toLines(text).map((line) => line.split(separator).map((part) => part.trim()));
  const bad = rows.findIndex((row) => row.length < count || row.slice(0, count).some((part) => part === ""));
  return bad === -1 ? { rows } : { bad: bad + 1 };
}
