import type { Locale } from "@lilink/i18n";
import { toInstant } from "@lilink/model/event/hall";
import { ledgerStepOf, type MeetingOutcome, meetingOutcomes } from "@lilink/model/event/words";
import { conceptName } from "#features/posting/view.ts";
import { ownText } from "#features/record/view.ts";

type Timed = { readonly day: string; readonly from: number; readonly until: number };

const two = (value: number) => String(value).padStart(2, "0");

/** A minute of the day as a clock shows it. @example toClock(565) // "09:25" */
export function toClock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** @example toHours({ from: 540, until: 560 }) // "09:00–09:20" */
export function toHours({ from, until }: Pick<Timed, "from" | "until">): string {
  return `${toClock(from)}–${toClock(until)}`;
}

export function topicNames(topics: readonly string[], locale: Locale): string {
  return topics.map((id) => conceptName(id, locale)).join(locale === "en" ? ", " : "、");
}

export function eventTitle(
  { titleZh, titleEn }: { readonly titleZh: string | null; readonly titleEn: string | null },
  locale: Locale,
): string {
  return ownText({ zh: titleZh, en: titleEn }, locale);
}

/** Why nobody registers in a state; null while registration is open. */
export function closedWord(state: string): "notYet" | "planning" | "closed" | null {
  if (state === "registration") return null;
  if (state === "interest_closed") return "planning";
  return state === "draft" || state === "announced" ? "notYet" : "closed";
}

/** Whether the first slot of an event is yet to come. @example isBeforeSlots("2026-12-07", "14:30", new Date("2026-12-07T02:00:00Z")) // true */
export function isBeforeSlots(startsOn: string, opensAt: string, now: Date): boolean {
  const [hour = 0, minute = 0] = opensAt.split(":").map(Number);
  return now < toInstant(startsOn, hour * 60 + minute);
}

/** How many in a hundred, with one digit. @example perHundred(3, 40) // "7.5" */
export function perHundred(part: number, whole: number): string {
  return whole === 0 ? "0" : ((100 * part) / whole).toFixed(1).replace(/\.0$/, "");
}

/** The first meeting that is not over; null after the last. */
export function nextOf<M extends { readonly slot: number }>(
  meetings: readonly M[],
  slots: readonly Timed[],
  now: Date,
): M | null {
  const endOf = (slot: number) => {
    const at = slots[slot];
    return at ? toInstant(at.day, at.until) : now;
  };
  return meetings.find(({ slot }) => endOf(slot) > now) ?? null;
}

/** What the other side told of a meeting and waits to be confirmed, the farthest step. [EV11] @example toldByThem([]) // null */
export function toldByThem(
  steps: readonly { readonly step: string; readonly state: string; readonly own: boolean }[],
): MeetingOutcome | null {
  const waiting = steps.filter(({ state, own }) => state === "proposed" && !own);
  return meetingOutcomes.findLast((one) => waiting.some(({ step }) => step === ledgerStepOf[one])) ?? null;
}
