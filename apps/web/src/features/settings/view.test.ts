import { expect, it } from "vitest";
import { deviceName } from "./view.ts";

it("names browser and system, or nothing", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/143.0 Safari/537.36 Edg/143.0";
  expect(deviceName(edge)).toBe("Edge · Windows");
  expect(deviceName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1")).toBe(
    "Safari · iOS",
  );
  expect(deviceName("curl/8")).toBeNull();
  expect(deviceName(null)).toBeNull();
});
