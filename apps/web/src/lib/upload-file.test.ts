import { expect, it } from "vitest";
import { isRenamed } from "./upload-file.ts";

it("[PO9] the sender sees another name, but not another spelling of the same one", () => {
  for (const [given, kept] of [
    ["x.exe", "x.txt"],
    ["report", "report.pdf"],
    ["a:b.csv", "ab.csv"],
  ] as const)
    expect(isRenamed(given, kept)).toBe(true);
  for (const [given, kept] of [
    ["报价 单.PDF", "报价 单.pdf"],
    ["photo.jpeg", "photo.jpg"],
    ["cafe\u0301.txt", "café.txt"],
  ] as const)
    expect(isRenamed(given, kept)).toBe(false);
});
