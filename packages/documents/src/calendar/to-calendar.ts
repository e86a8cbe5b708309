import ical, { ICalAlarmType, ICalEventStatus } from "ical-generator";

/** Something that is due on a day; `id` stays the same from one file to the next, so that a calendar replaces what it holds. */
export type DueEvent = {
  readonly id: string;
  /** ISO day, in Asia/Shanghai. */
  readonly day: string;
  readonly title: string;
  readonly about: string;
  readonly url: string;
};

const dayMs = 86_400_000;
const remindedBeforeSeconds = 86_400;

/**
 * Due days as a calendar file (RFC 5545): each a whole day, so that no time zone moves it, with a reminder the day before.
 * @param stamp when the file is made
 * @example toCalendar("LiLink", [{ id: "a", day: "2026-12-03", title: "Answer", about: "", url: "" }], new Date())
 */
export function toCalendar(name: string, events: readonly DueEvent[], stamp: Date): string {
  const calendar = ical({ name, prodId: { company: "LiLink", product: "LiLink" } });
  for (const { id, day, title, about, url } of events) {
    const start = new Date(`${day}T00:00:00Z`);
    calendar.createEvent({
      id,
      start,
      end: new Date(start.getTime() + dayMs),
      allDay: true,
      stamp,
      summary: title,
      description: about,
      url,
      alarms: [{ type: ICalAlarmType.display, trigger: remindedBeforeSeconds, description: title }],
    });
  }
  return calendar.toString();
}

/** Something that takes place between two instants. */
export type TimedEvent = Omit<DueEvent, "day"> & {
  readonly start: Date;
  readonly end: Date;
  readonly place: string;
  /** A higher one takes the place of what a calendar holds. */
  readonly version?: number;
  readonly cancelled?: boolean;
};

const remindedBeforeMeetingSeconds = 600;

/** Meetings as a calendar file: instants in UTC, so that a phone of any zone shows its own hour, each with a reminder ten minutes before. */
export function toAgenda(name: string, events: readonly TimedEvent[], stamp: Date): string {
  const calendar = ical({ name, prodId: { company: "LiLink", product: "LiLink" } });
  for (const { id, start, end, title, about, place, url, version, cancelled } of events)
    calendar.createEvent({
      id,
      ...(version !== undefined && { sequence: version }),
      ...(cancelled === true && { status: ICalEventStatus.CANCELLED }),
      start,
      end,
      stamp,
      summary: title,
      description: about,
      location: place,
      url,
      alarms: [{ type: ICalAlarmType.display, trigger: remindedBeforeMeetingSeconds, description: title }],
    });
  return calendar.toString();
}
