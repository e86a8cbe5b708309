import { expect, it } from "vitest";
import { toNoticeText } from "./to-notice-text.ts";

it("tells until when an emergency lasts by the clock of the product", () => {
  const params = { organization: "甲", reason: "乙", until: "2026-11-26T21:48Z" };
  expect(toNoticeText("zh-CN", "emergency.opened", params).body).toContain("有效至 2026年11月27日 05:48");
  expect(toNoticeText("en", "emergency.opened", params).body).toContain("27 Nov 2026, 05:48");
});
