import { readChinese } from "./read-chinese.ts";

const count =
  "(\\d{1,2}|[一二两三四五六七八九十]+|one|two|three|four|five|six|ten|twelve|eighteen|twenty-four)";
const termAfter = new RegExp(
  `^(?:(?:份|度|底|初)?(?:起|开始|以后|之后)?(?:[\\p{Script=Han}]{0,4}[,，]? ?(?:合作|供货|执行|合同|长协|采购)?(?:期限?|为期|共|连续|持续)[为是:：]? ?|[,，]? ?)|(?: onwards?)?,? (?:and )?(?:for|over|running|lasting)(?: a (?:period|term) of)? )${count}[- ]?(个月|年(?!度|[上下产])|years?|months?)(?! ?(?:warranty|guarantee|experience|的?质保|质量|保修|账期|[后前]|以[上内]))`,
  "iu",
);
const spelledTerms: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  eighteen: 18,
  "twenty-four": 24,
};

/** 自2026年12月起三年, from January 2027 for two years: how many months from the day on; 0 where none are named. */
export function readTerm(text: string, at: number): number {
  const [, number = "", unit = ""] = termAfter.exec(text.slice(at, at + 44)) ?? [];
  if (unit === "") return 0;
  const terms =
    spelledTerms[number.toLowerCase()] ?? (readChinese(number)?.value.toNumber() || Number(number));
  return /月|month/i.test(unit) ? terms : terms * 12;
}
