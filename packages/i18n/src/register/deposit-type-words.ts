import type { depositTypes } from "@lilink/model/register";
import type { Pair } from "./define-words.ts";

/** Words for the types of lithium resources. */
export const depositTypeWords: Readonly<Record<(typeof depositTypes)[number], Pair>> = {
  spodumene: ["锂辉石", "Spodumene"],
  lepidolite: ["锂云母", "Lepidolite"],
  hard_rock: ["硬岩（未细分）", "Hard rock, not specified"],
  brine: ["卤水", "Brine"],
  clay: ["黏土（火山沉积）", "Clay, volcano-sedimentary"],
};
