import { formatDate, formatDue, type Locale } from "@lilink/i18n";
import { calendarCoverage, endOfShanghaiDay, isCovered, toShanghaiDate } from "@lilink/model/calendar";
import type { IntroductionSide, IntroductionState, LedgerState } from "@lilink/model/introduction";
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
