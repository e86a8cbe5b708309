import type { Bilingual } from "../../indicator/index.ts";

/** The dimension that tells in which ratios of its table a sum counts: its codes are lists of pairs. [RL15] */
export const answerDimension = "answered";
/** Of bodies that count in no ratio of the table. */
export const noAnswer = "none";

/** What a file calls the dimension. */
export const answerDimensionName: Bilingual = { zh: "计入的比率", en: "ratios it counts in" };

/**
 * A code of the dimension in words.
 * @example answerCodeName("SME-01.intensity+SME-06.acid").en // "all parts reported: SME-01, SME-06"
 */
export function answerCodeName(code: string): Bilingual {
  if (code === noAnswer) return { zh: "缺项，不计入比率", en: "a part is missing: in no ratio" };
  const indicators = [...new Set(code.split("+").map((key) => key.split(".")[0] ?? ""))];
  return {
    zh: `各项齐全：${indicators.join("、")}`,
    en: `all parts reported: ${indicators.join(", ")}`,
  };
}
