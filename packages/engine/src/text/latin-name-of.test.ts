import { expect, it } from "vitest";
import { latinNameOf } from "./index.ts";

it("[TX5] a Chinese name is told in pinyin, the surname first, and no other text is", () => {
  const told = ["周明远", "何静", "欧阳修远", "李安安", "曾国英", "单雄", "周明远(虚构)"].map(latinNameOf);
  expect(told).toEqual([
    "Zhou Mingyuan",
    "He Jing",
    "Ouyang Xiuyuan",
    "Li An'an",
    "Zeng Guoying",
    "Shan Xiong",
    "Zhou Mingyuan",
  ]);
  for (const other of ["", "周", "Ada Byron", "周明远 / Zhou Mingyuan", "国家锂产业链管理协调小组"])
    expect(latinNameOf(other)).toBeNull();
});
