import { describe, expect, it } from "vitest";
import { readDocument } from "../propose/read-document.ts";
import { judgePair } from "./judge-pair.ts";

const need = (title: string, body = "") => readDocument({ id: "n", kind: "need", lang: "zh", title, body });
const offer = (title: string, body = "") =>
  readDocument({ id: "c", kind: "capability", lang: "zh", title, body });

describe("what was only heard", () => {
  it("[MT61] who asks for work on goods is met by work before goods", () => {
    const asked = need("找三元黑粉湿法冶金回收合作方", "三元黑粉每月200吨");
    const work = judgePair(asked, offer("湿法冶金回收，处理三元黑粉"), asked);
    const goods = judgePair(asked, offer("三元黑粉出售，每月200吨，湿法冶金回收厂可用"), asked);
    const tieOf = ({ reasons }: typeof work) =>
      reasons.find(({ code }) => code.startsWith("concept_"))?.weight ?? 0;
    expect(tieOf(work)).toBeGreaterThan(tieOf(goods));
  });

  it("[MT62] a thing beside the subject ties less than the subject itself", () => {
    const asked = need("求购硫酸镍");
    const subject = judgePair(asked, offer("供应碳酸锂和硫酸镍"), asked);
    const beside = judgePair(asked, offer("供应碳酸锂", "我们厂自用硫酸镍"), asked);
    expect(subject.score).toBeGreaterThan(beside.score);
  });
});
