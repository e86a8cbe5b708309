import { formatDate, formatDue, type Locale } from "@lilink/i18n";
import {
  calendarCoverage,
  endOfShanghaiDay,
  isCovered,
  isWorkingDay,
  shiftDate,
  startOfShanghaiDay,
  toShanghaiDate,
} from "@lilink/model/calendar";
import {
  type ClockVerdict,
  type IntroductionSide,
  type IntroductionState,
  type LedgerState,
  type LedgerStep,
  type SupportState,
  supportedSteps,
} from "@lilink/model/introduction";
import type { Tone } from "@lilink/ui";

export const stateTones: Readonly<Record<IntroductionState, Tone>> = {
  sent: "info",
  accepted: "success",
  declined: "neutral",
  withdrawn: "neutral",
  expired: "warning",
  ended: "neutral",
};

export const ledgerTones: Readonly<Record<LedgerState, Tone>> = {
  proposed: "info",
  confirmed: "success",
  disputed: "danger",
  retracted: "neutral",
};

export const ticketTones: Readonly<Record<SupportState, Tone>> = {
  open: "info",
  closing: "warning",
  closed: "success",
};

export const verdictTones: Readonly<Record<ClockVerdict, Tone>> = {
  running: "info",
  overdue: "danger",
  inTime: "success",
  late: "warning",
};

/** The title of an achievement in the reader's language, else in the other one. */
export const achievementName = (
  { titleZh, titleEn }: { readonly titleZh: string | null; readonly titleEn: string | null },
  locale: string,
): string => (locale === "en" ? titleEn : titleZh) ?? titleZh ?? titleEn ?? "";

/** Whether something was delivered that can need support. [SP1] */
export const hasOutcome = (ledger: readonly { readonly step: LedgerStep; readonly state: LedgerState }[]) =>
  ledger.some(({ step, state }) => state === "confirmed" && supportedSteps.some((one) => one === step));

/** The days of a span on which nobody works, as shares of it: from where, and how wide. [CA1] */
export function restDays(from: Date, to: Date): readonly { readonly from: number; readonly width: number }[] {
  const span = to.getTime() - from.getTime();
  const days: { from: number; width: number }[] = [];
  for (let day = toShanghaiDate(from); day <= toShanghaiDate(to); day = shiftDate(day, 1)) {
    if (isWorkingDay(day)) continue;
    const start = Math.max(startOfShanghaiDay(day).getTime(), from.getTime());
    const end = Math.min(endOfShanghaiDay(day).getTime(), to.getTime());
    if (end <= start) continue;
    const [begins, ends] = [(start - from.getTime()) / span, (end - from.getTime()) / span];
    const before = days.at(-1);
    // Saturday and Sunday are one: a day ends a millisecond before the next.
    if (before && begins - before.from - before.width < 2 / span) before.width = ends - before.from;
    else days.push({ from: begins, width: ends - begins });
  }
  return days;
}

/** A due date in words for texts that name both: the day and how far it is. */
export function toDueWords(due: Date, now: Date, locale: Locale) {
  const { text, tone } = formatDue(due, now, locale);
  return { date: formatDate(due, locale), due: text, tone };
}

/** The last day whose holidays are known, where one of the due dates lies beyond it; else null ([CA1]). */
export function calendarEndFor(dues: readonly Date[]): Date | null {
  if (dues.every((due) => isCovered(toShanghaiDate(due)))) return null;
  return endOfShanghaiDay(calendarCoverage.to);
}

/** The words of an entry's state, from the side that reads. */
export function entryStateKey(state: LedgerState, proposedSide: IntroductionSide, side: IntroductionSide) {
  if (state !== "proposed") return state;
  return proposedSide === side ? "proposedOurs" : "proposedTheirs";
}

type Count = { readonly side: IntroductionSide; readonly state: IntroductionState; readonly n: number };

/** How many there are of a choice, the other filter applied. */
export function countOf(
  counts: readonly Count[],
  wanted: { readonly side?: string | undefined; readonly state?: string | undefined },
): number {
  return counts
    .filter(({ side, state }) => (wanted.side ?? side) === side && (wanted.state ?? state) === state)
    .reduce((sum, { n }) => sum + n, 0);
}
