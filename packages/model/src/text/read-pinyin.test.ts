import { pinyinOf } from "@lilink/engine/text";
import { describe, expect, it } from "vitest";
import { concepts } from "../chain/index.ts";
import { hanOfPinyin } from "./index.ts";

describe("[TX10] pinyin of the chain's names", () => {
  it.each([
    ["tansuanli", ["碳酸锂"]],
    ["tansuan", ["碳酸"]],
    ["linsuantieli", ["磷酸铁锂"]],
    ["qingyanghuali", ["氢氧化锂"]],
    ["zhengji", ["正极"]],
    ["heifen", ["黑粉"]],
  ])("reads %s", (typed, han) => {
    expect(hanOfPinyin(typed)).toEqual(han);
  });

  it("reads every name that is written in Han alone, and nothing that is no pinyin of one", () => {
    for (const { zh } of concepts.filter((one) => /^\p{Script=Han}{2,}$/u.test(one.zh)))
      expect(hanOfPinyin(pinyinOf(zh).full)).toContain(zh);
    for (const word of ["lithium", "carbonate", "li", "ncm811", "Tansuanli", ""])
      expect(hanOfPinyin(word)).toEqual([]);
  });
});
