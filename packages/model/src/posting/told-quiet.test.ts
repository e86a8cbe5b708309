import { describe, expect, it } from "vitest";
import { tellQuiet } from "./told-quiet.ts";

describe("what asks that a text goes no further", () => {
  it.each([
    ["出一批811单晶，要的话聊聊价格，别外传哈", "别外传"],
    ["剩余30吨氢氧化锂，请勿转发", "请勿转发"],
    ["以上数据请保密", "请保密"],
    ["40 t of LFP from a cancelled order. Please keep this between us.", "keep this between us"],
    ["The figures are confidential.", "are confidential"],
    ["We tell you this in strict confidence", "in strict confidence"],
  ])("[PO33] is heard: %s", (text, source) => {
    expect(tellQuiet(text)?.source).toBe(source);
  });

  it.each([
    "需签保密协议后提供样品",
    "公开招标采购碳酸锂300吨",
    "We sign a confidentiality agreement before samples go out",
    "This e-mail and its attachments are confidential and intended only for the addressee",
    "The gap between us and the market leader is small",
  ])("[PO33] and a paper to sign or the line below a mail is none: %s", (text) => {
    expect(tellQuiet(text)).toBeNull();
  });
});
