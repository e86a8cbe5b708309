import { expect, it } from "vitest";
import { sayStep } from "./say-step.ts";

it("says a step of the life line once, where its state says the same", () => {
  expect([sayStep("Publish", "Published"), sayStep("Give public notice", "Public notice")]).toEqual([
    "Published",
    "Public notice",
  ]);
  expect([sayStep("发布", "已发布"), sayStep("公示", "公示中")]).toEqual(["已发布", "公示中"]);
  expect(sayStep("Submit for review", "In review")).toBe("Submit for review · In review");
});

it("knows the same words in another order", () => {
  expect(sayStep("Open registration", "Registration open")).toBe("Registration open");
  expect(sayStep("Close registration", "Registration closed")).toBe("Registration closed");
  expect(sayStep("Begin", "Running")).toBe("Begin · Running");
});

it("knows a step that says what its state is about", () => {
  expect([sayStep("Begin to negotiate", "Negotiating"), sayStep("Sign the transfer", "Transferred")]).toEqual(
    ["Negotiating", "Transferred"],
  );
  expect([sayStep("开始洽谈", "洽谈中"), sayStep("签约转化", "已转化")]).toEqual(["洽谈中", "已转化"]);
  expect([sayStep("提交审核", "待审"), sayStep("理清知识产权", "权属已理清")]).toEqual([
    "提交审核 · 待审",
    "理清知识产权 · 权属已理清",
  ]);
});
