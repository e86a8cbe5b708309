import { expect, it } from "vitest";
import { dayCache } from "./day-cache.ts";
import { dayWorker } from "./day-worker.ts";
import { offlinePolicy, toOfflinePage } from "./offline-page.ts";

const page = {
  ...{
    lang: "en",
    title: "My day",
    lead: "Matching <b>day</b>",
    note: "No network: as of 20:41",
    none: "None",
  },
  code: { label: "Code", value: "AB12CD" },
  rows: [["09:00–09:20", "Lithium & Co", "<script>alert(1)</script>"]],
};

it("[EV13] the day without a network says as of when, and holds no script and no other address", () => {
  const html = toOfflinePage(page);
  expect(html).toContain("No network: as of 20:41");
  expect(html).toContain("<strong>09:00–09:20</strong><br>Lithium &amp; Co");
  expect(html).not.toMatch(/<script|<b>day|src=|href=|url\(/);
  expect(offlinePolicy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; /);
});

it("[EV13] the worker answers days alone, from the store of this version", () => {
  expect(dayWorker).toContain(JSON.stringify(dayCache));
  const pattern = /const day = \/(.*)\/;/.exec(dayWorker)?.[1] ?? "";
  const isDay = (path: string) => new RegExp(pattern).test(path);
  expect(["/events/aB3_-x/day", "/en/events/aB3/day"].every(isDay)).toBe(true);
  expect(["/events/aB3", "/events/aB3/day/x", "/api/trpc", "/", "/de/events/a/day"].some(isDay)).toBe(false);
});
