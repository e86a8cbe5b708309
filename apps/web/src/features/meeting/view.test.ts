import { createTranslator } from "@lilink/i18n";
import { describe, expect, it } from "vitest";
import { countSources } from "./view.ts";

describe("the note for competition law", () => {
  const firm = { verified: 6, owed: 9 };
  const bare = { verified: null, owed: null };
  const said = (figures: Parameters<typeof countSources>[0], locale: "en" | "zh-CN") =>
    createTranslator(locale, "meeting.law")("figures", countSources(figures));

  it("[ME7] counts figures of other sources apart from those of returns", () => {
    expect(said([firm, firm, bare], "en")).toBe("3 figures: 2 from returns, 1 from other sources");
    expect(said([firm, firm, bare], "zh-CN")).toBe("数据 3 项：来自报表 2 项，其他来源 1 项");
  });

  it("[ME7] names returns alone where every figure is from them, and says that there is none", () => {
    expect([said([firm], "en"), said([firm, firm], "en"), said([], "en")]).toEqual([
      "1 figure from returns",
      "2 figures from returns",
      "No figures from returns",
    ]);
    expect(said([], "zh-CN")).toBe("没有来自报表的数据");
  });
});
