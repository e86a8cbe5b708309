import { expect, it } from "vitest";
import { nameWords } from "./name-words.ts";

it("[IN9] words are named in the reader's language, and one in another script only where no other stands", () => {
  expect(nameWords(["碳酸锂", "无名之词"], "en")).toBe("lithium carbonate");
  expect(nameWords(["无名之词"], "en")).toBe("无名之词");
  expect(nameWords(["碳酸锂", "无名之词"], "zh-CN")).toBe("碳酸锂、无名之词");
});
