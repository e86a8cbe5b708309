import { expect, it } from "vitest";
import { isSameOrigin } from "./is-same-origin.ts";

const from = (headers: Record<string, string>) =>
  isSameOrigin(new Headers(headers), "https://lilink.example");

it("[PL4] lets a change through only from our own pages", () => {
  expect(from({ origin: "https://lilink.example", "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ origin: "http://localhost:3000", host: "localhost:3000" })).toBe(false);
  expect(from({ origin: "https://evil.example", host: "evil.example" })).toBe(false);
  expect(from({ origin: "https://elsewhere.example", host: "lilink.example" })).toBe(false);
  expect(from({ origin: "https://lilink.example", "sec-fetch-site": "cross-site" })).toBe(false);
  expect(from({ origin: "null", host: "lilink.example" })).toBe(false);
  expect(from({ host: "lilink.example" })).toBe(false);
});
