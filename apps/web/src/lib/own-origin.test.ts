import { expect, it } from "vitest";
import { isOwnOrigin } from "./own-origin.ts";

it("[PL4] knows the origin of PUBLIC_URL, and this machine by each of its names", () => {
  expect(isOwnOrigin("https://lilink.example", "https://lilink.example/")).toBe(true);
  expect(isOwnOrigin("http://lilink.example", "https://lilink.example")).toBe(false);
  expect(isOwnOrigin("http://localhost:3000", "https://lilink.example")).toBe(false);
  expect(isOwnOrigin("http://127.0.0.1:3000", "http://localhost:3000")).toBe(true);
  expect(isOwnOrigin("http://127.0.0.1:3001", "http://localhost:3000")).toBe(false);
  expect(isOwnOrigin("http://localhost.evil.example:3000", "http://localhost:3000")).toBe(false);
});
