import { expect, it, vi } from "vitest";
import { createGate, type Gate } from "./gate.ts";
import { type RouteClass, toRouteClass } from "./route-class.ts";

it.each([
  ["GET", "/api/health/ready", "health"],
  ["GET", "/api/trpc/live.events?x=1", "live"],
  ["POST", "/api/auth/callback/credentials", "auth"],
  ["POST", "/api/trpc/posting.submit,notice.list?batch=1", "submit"],
  ["GET", "/api/trpc/posting.submitted", "call"],
  ["POST", "/api/v1/postings/7hGk/submit", "submit"],
  ["GET", "/api/v1/postings", "rest"],
  ["POST", "/en/signin/factor", "auth"],
  ["GET", "/postings/7hGkQ2mXw9Ab", "page"],
  ["POST", "/postings", "action"],
])("[OB1] %s %s is of the class %s", (method, url, about) => {
  expect(toRouteClass(method, url)).toBe(about);
});

const lane = (under: number, waiting = 0) => ({ under, waiting, milliseconds: 1000 });

/** Comes so many times; answers what became of each, and how each one leaves. */
function come(gate: Gate, about: RouteClass, changes: boolean, times: number) {
  const fates: ("in" | "away" | "waiting")[] = Array.from({ length: times }, () => "waiting");
  const leaves: (() => void)[] = [];
  for (let index = 0; index < times; index += 1)
    gate.enter(
      about,
      changes,
      (leave) => {
        fates[index] = "in";
        leaves.push(leave);
      },
      () => {
        fates[index] = "away";
      },
    );
  return { fates, leaves };
}

it("[OB7] each class of request has its own queue; health checks are never queued", () => {
  const gate = createGate({ read: lane(2), change: lane(3), first: lane(4), long: lane(1) });
  const countIn = (about: RouteClass, changes: boolean) =>
    come(gate, about, changes, 6).fates.filter((fate) => fate === "in").length;
  expect([
    countIn("page", false),
    countIn("call", true),
    countIn("submit", true),
    countIn("export", false),
    countIn("health", false),
  ]).toEqual([2, 3, 4, 1, 6]);
});

it("[OB7] lets the next in when one is over, in the order in which they came, and counts an end once", () => {
  const gate = createGate({ read: lane(1, 2), change: lane(1), first: lane(1), long: lane(1) });
  const { fates, leaves } = come(gate, "page", false, 4);
  expect(fates).toEqual(["in", "waiting", "waiting", "away"]);
  leaves[0]?.();
  leaves[0]?.();
  expect(fates).toEqual(["in", "in", "waiting", "away"]);
});

it("[OB7] sends away who would wait too long, and no longer counts him", () => {
  vi.useFakeTimers();
  const gate = createGate({ read: lane(1, 1), change: lane(1), first: lane(1), long: lane(1) });
  const { fates, leaves } = come(gate, "page", false, 2);
  vi.advanceTimersByTime(1000);
  vi.useRealTimers();
  expect(fates).toEqual(["in", "away"]);
  leaves[0]?.();
  expect(come(gate, "page", false, 1).fates).toEqual(["in"]);
});
