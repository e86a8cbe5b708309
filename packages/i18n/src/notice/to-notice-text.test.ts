import { expect, it } from "vitest";
import { toNoticeText } from "./to-notice-text.ts";

it("tells until when an emergency lasts by the clock of the product", () => {
  const params = { organization: "甲", reason: "乙", until: "2026-11-26T21:48Z" };
  expect(toNoticeText("zh-CN", "emergency.opened", params).body).toContain("有效至 2026年11月27日 05:48");
  expect(toNoticeText("en", "emergency.opened", params).body).toContain("27 Nov 2026, 05:48");
});

it("names what is overdue in the reader's language, though the notice has no title of its own, and writes days as people do", () => {
  const params = { title: "", zh: "2026Q2 填报", en: "2026Q2 return", day: "2026-07-21" };
  const en = toNoticeText("en", "duty.overdue", params);
  expect([en.title, en.body]).toEqual([
    "Overdue: 2026Q2 return",
    "It was due on 21 Jul 2026. Act on it now.",
  ]);
  expect(toNoticeText("zh-CN", "duty.overdue", params).title).toContain("2026Q2 填报");
});

it("puts no stop behind a task that has its own", () => {
  const params = { meeting: "M", title: "六千吨(虚构)。", dueOn: "2026-12-31" };
  expect(toNoticeText("zh-CN", "meeting.decided", params).body).toBe(
    "“M”决定，2026年12月31日前完成：六千吨(虚构)。",
  );
});

it("names a return by its period as the reader writes it", () => {
  const titleOf = (locale: "en" | "zh-CN", title: string) =>
    toNoticeText(locale, "return.opened", { title }).title;
  expect(titleOf("en", "2026Q3")).toBe("A return for Q3 2026 is due");
  expect(titleOf("zh-CN", "2026Q3")).toBe("2026年三季度报表开始填报");
  expect(titleOf("zh-CN", "2025")).toBe("2025年报表开始填报");
});
