import { expect, it } from "vitest";
import { originOf } from "./origin.ts";

const from = (said: string | null, proxies: number) =>
  originOf(new Headers(said === null ? {} : { "x-forwarded-for": said }), proxies).address;

it("[ID10] an address that the caller names counts only behind as many proxies as are ours", () => {
  expect(from("198.51.100.1, 203.0.113.9", 0)).toBe("203.0.113.9");
  expect(from("198.51.100.1, 203.0.113.9, 10.0.0.1", 1)).toBe("203.0.113.9");
  for (const rotated of ["1.1.1.1", "2.2.2.2", "x, y, z"])
    expect(from(`${rotated}, 203.0.113.9, 10.0.0.1`, 1)).toBe("203.0.113.9");
  expect(from("10.0.0.1", 1)).toBe("10.0.0.1");
  expect(from(null, 0)).toBe("unknown");
});
