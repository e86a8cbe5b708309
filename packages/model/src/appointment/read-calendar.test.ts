import { describe, expect, it } from "vitest";
import { quarterAt, readCalendar, startOf, toQuarters, toSpans } from "./index.ts";

const window = {
  from: quarterAt(new Date("2026-03-20T00:00Z")),
  to: quarterAt(new Date("2026-04-17T00:00Z")),
};
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) =>
  calendar("BEGIN:VEVENT", "UID:1", "SUMMARY:Secret: a visit", ...lines, "END:VEVENT");
const read = (text: string, zone = "Asia/Shanghai") => {
  const found = readCalendar(text, zone, window);
  return toSpans(toQuarters(found?.busy ?? [])).map(
    ({ from, to }) => `${startOf(from).toISOString().slice(5, 16)}/${startOf(to).toISOString().slice(5, 16)}`,
  );
};

describe("a calendar file", () => {
  it("[AP1] free and busy as instants, by end and by length; what is free is not busy", () => {
    expect(
      read(
        calendar(
          "BEGIN:VFREEBUSY",
          "FREEBUSY:20260323T010000Z/PT2H,20260324T010000Z/20260324T",
          " 020000Z",
          "FREEBUSY;FBTYPE=FREE:20260325T010000Z/PT2H",
          "END:VFREEBUSY",
        ),
      ),
    ).toEqual(["03-23T01:00/03-23T03:00", "03-24T01:00/03-24T02:00"]);
  });

  it("[AP1] an entry that repeats keeps its hour on the wall when clocks change", () => {
    const weekly = event(
      "DTSTART;TZID=Europe/Berlin:20260323T090000",
      "DTEND;TZID=Europe/Berlin:20260323T100000",
      "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4",
      "EXDATE;TZID=Europe/Berlin:20260325T090000",
    );
    expect(read(weekly)).toEqual([
      "03-23T08:00/03-23T09:00",
      "03-30T07:00/03-30T08:00",
      "04-01T07:00/04-01T08:00",
    ]);
  });

  it("[AP1] one date said anew takes the place of the repeated one", () => {
    const text = calendar(
      ...["BEGIN:VEVENT", "UID:7", "DTSTART:20260323T010000Z", "DTEND:20260323T020000Z"],
      ...["RRULE:FREQ=DAILY;UNTIL=20260325T000000Z", "END:VEVENT"],
      ...["BEGIN:VEVENT", "UID:7", "RECURRENCE-ID:20260324T010000Z"],
      ...["DTSTART:20260324T050000Z", "DURATION:PT45M", "END:VEVENT"],
    );
    expect(read(text)).toEqual(["03-23T01:00/03-23T02:00", "03-24T05:00/03-24T05:45"]);
  });

  it("[AP1] times without a zone and whole days are the reader's; odd minutes are rounded outwards", () => {
    expect(read(event("DTSTART:20260323T091000", "DTEND:20260323T100500"))).toEqual([
      "03-23T01:00/03-23T02:15",
    ]);
    expect(read(event("DTSTART;VALUE=DATE:20260324"), "Europe/Berlin")).toEqual(["03-23T23:00/03-24T23:00"]);
    expect(read(event("DTSTART;VALUE=DATE:20260329"), "Europe/Berlin")).toEqual(["03-28T23:00/03-29T22:00"]);
  });

  it("[AP1] monthly by the day or by the how-manieth weekday, every second week, and yearly", () => {
    const at = (rule: string) =>
      read(event("DTSTART:20260112T010000Z", "DTEND:20260112T020000Z", `RRULE:${rule}`)).map((span) =>
        span.slice(0, 5),
      );
    expect(at("FREQ=MONTHLY")).toEqual(["04-12"]);
    expect(at("FREQ=MONTHLY;BYDAY=-1FR")).toEqual(["03-27"]);
    expect(at("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU")).toEqual(["03-23", "04-06"]);
    expect(at("FREQ=YEARLY")).toEqual([]);
  });

  it("[AP1] what is cancelled or does not block time is free", () => {
    expect(read(event("DTSTART:20260323T010000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"))).toEqual([]);
    expect(read(event("DTSTART:20260323T010000Z", "DURATION:PT1H", "STATUS:CANCELLED"))).toEqual([]);
  });

  it("[AP1] what is not understood is left out by name, never guessed", () => {
    const unread = (text: string) => readCalendar(text, "Asia/Shanghai", window)?.unread;
    expect(unread(event("DTSTART;TZID=Middle Earth:20260323T090000"))).toEqual([{ entry: 1, why: "zone" }]);
    expect(unread(event("DTSTART:20260323T010000Z", "RRULE:FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO"))).toEqual([
      { entry: 1, why: "rule" },
    ]);
    expect(unread(event("DTSTART:20260231T010000Z"))).toEqual([{ entry: 1, why: "time" }]);
    expect(read(event("DTSTART;TZID=China Standard Time:20260323T090000", "DURATION:PT1H"))).toEqual([
      "03-23T01:00/03-23T02:00",
    ]);
    for (const text of ["", "hello", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR"])
      expect(readCalendar(text, "UTC", window)).toBeNull();
  });
});
