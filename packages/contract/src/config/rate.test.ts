import { expect, it } from "vitest";
import { defaultRates, rateField } from "./rate.ts";

it("[RA3] takes limits by name, and leaves the others as they are", () => {
  expect(rateField.parse("")).toEqual(defaultRates);
  const read = rateField.parse("search.person=300/m, probe.organization=20/12h");
  expect(read.search).toEqual({ ...defaultRates.search, person: { count: 300, seconds: 60 } });
  expect(read.probe.organization).toEqual({ count: 20, seconds: 43_200 });
  expect(read.read).toEqual(defaultRates.read);
});

it.each([
  "search",
  "search.person=0/m",
  "search.person=3",
  "search.nobody=3/m",
  "x.person=3/m",
  "reading.source=1/d",
])("[RA3] refuses %s and names it", (text) => {
  expect(rateField.safeParse(text).error?.issues[0]?.message).toContain(text);
});
