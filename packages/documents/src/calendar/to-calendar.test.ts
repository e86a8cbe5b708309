import { expect, it } from "vitest";
import { toAgenda, toCalendar } from "./to-calendar.ts";

const stamp = new Date("2026-11-28T02:00:00Z");
const event = {
  id: "answer:Ab3",
  day: "2026-12-03",
  title: "Answer a request; today, please",
  about: "NCM811\nsecond line",
  url: "https://lilink.example/introductions/Ab3",
};
const unfolded = (text: string) => text.replaceAll("\r\n ", "");

it("[DU7] holds each due day as a whole day in any time zone, with a reminder the day before", () => {
  const lines = unfolded(toCalendar("LiLink", [event], stamp)).split("\r\n");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines).toContain("UID:answer:Ab3");
  expect(lines).toContain("DTSTART;VALUE=DATE:20261203");
  expect(lines).toContain("DTEND;VALUE=DATE:20261204");
  expect(lines).toContain("DTSTAMP:20261128T020000Z");
  expect(lines).toContain("TRIGGER:-P1D");
  expect(lines).toContain("URL;VALUE=URI:https://lilink.example/introductions/Ab3");
});

it("[DU7] keeps what a person typed inside its line", () => {
  const text = unfolded(
    toCalendar("LiLink", [{ ...event, title: "a;b,c\\d\r\nEND:VEVENT\r\nBEGIN:VEVENT" }], stamp),
  );
  expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(1);
  expect(text).toContain("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VEVENT");
});

it("[EV10] holds a meeting as an instant, so that a phone of another zone shows its own hour", () => {
  const { day: _day, ...about } = event;
  const meeting = {
    ...about,
    start: new Date("2026-12-01T01:00:00Z"),
    end: new Date("2026-12-01T01:20:00Z"),
    place: "Hall 1, table 7",
  };
  const lines = unfolded(toAgenda("LiLink", [meeting], stamp)).split("\r\n");
  expect(lines).toContain("DTSTART:20261201T010000Z");
  expect(lines).toContain("DTEND:20261201T012000Z");
  expect(lines).toContain("LOCATION:Hall 1\\, table 7");
  expect(lines).toContain("TRIGGER:-PT10M");
});

it("[AP4] a call that was moved or cancelled takes the place of what a calendar holds, and no zone is described", () => {
  const { day: _day, ...about } = event;
  const call = {
    ...about,
    start: new Date("2026-12-01T01:00:00Z"),
    end: new Date("2026-12-01T01:30:00Z"),
    ...{ place: "https://meet.example/1", version: 3, cancelled: true },
  };
  const text = unfolded(toAgenda("LiLink", [call], stamp));
  const lines = text.split("\r\n");
  expect(lines).toContain("SEQUENCE:3");
  expect(lines).toContain("STATUS:CANCELLED");
  expect(lines).toContain("DTSTART:20261201T010000Z");
  expect(text).not.toMatch(/VTIMEZONE|TZID/);
});
