import { expect, it } from "vitest";
import { createGate } from "./gate.ts";
import { toRouteClass } from "./route-class.ts";

it.each([
  ["GET", "/api/health/ready", "health"],
  ["GET", "/api/trpc/live.events?x=1", "live"],
  ["POST", "/api/auth/callback/credentials", "auth"],
  ["POST", "/api/trpc/posting.submit,notice.list?batch=1", "submit"],
  ["GET", "/api/trpc/posting.submitted", "call"],
  ["POST", "/api/v1/postings/7hGk/submit", "submit"],
  ["GET", "/api/v1/postings", "rest"],
  ["POST", "/en/sign-in", "auth"],
  ["GET", "/postings/7hGkQ2mXw9Ab", "page"],
  ["POST", "/postings", "action"],
])("[OB1] %s %s is of the class %s", (method, url, about) => {
  expect(toRouteClass(method, url)).toBe(about);
});

it("[OB7] reading gives way first, then changes; signing in, handing in and health never wait for them", () => {
  const gate = createGate({ read: 2, change: 3, first: 4 });
  const readers = Array.from({ length: 5 }, () => gate.enter("page", false));
  expect(readers.filter(Boolean)).toHaveLength(2);
  const writers = Array.from({ length: 5 }, () => gate.enter("call", true));
  expect(writers.filter(Boolean)).toHaveLength(3);
  expect(Array.from({ length: 5 }, () => gate.enter("submit", true)).filter(Boolean)).toHaveLength(4);
  expect(gate.enter("auth", true)).toBeNull();
  expect(gate.enter("health", false)).not.toBeNull();
});

it("[OB7] lets the next one in when one is over, and counts an end once", () => {
  const gate = createGate({ read: 1, change: 1, first: 1 });
  const leave = gate.enter("page", false);
  leave?.();
  leave?.();
  expect(gate.enter("page", false)).not.toBeNull();
  expect(gate.enter("page", false)).toBeNull();
});
