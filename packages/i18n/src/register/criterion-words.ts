import type { CriterionName } from "@lilink/model/register";
import type { Pair } from "./define-words.ts";

/** What applications to the fund are judged by. [FU10] */
export const criterionWords: Readonly<Record<CriterionName, Pair>> = {
  originality: ["原创性", "Originality"],
  theory: ["理论性", "Theory"],
  experiment: ["实验性", "Experiment"],
  innovation: ["创新性", "Innovation"],
  frontier: ["前沿性", "Frontier"],
  application: ["应用性", "Application"],
  diffusion: ["推广性", "Diffusion"],
  continuity: ["持续性", "Continuity"],
};

/** @example sayCriterion("theory", "en") // "Theory" */
export const sayCriterion = (name: CriterionName, locale: string): string =>
  criterionWords[name][locale === "en" ? 1 : 0];
