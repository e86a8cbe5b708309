import type { ReturnFrequency } from "../../calendar/period.ts";
import { periodsInYear } from "../../calendar/period.ts";
import type { Definition } from "../definition/index.ts";
import type { JudgedPeriod } from "../progress/to-yearly.ts";

const frequencyOf: Readonly<Record<JudgedPeriod, ReturnFrequency | null>> = {
  year: "annual",
  quarter: "quarterly",
  month: "monthly",
  year_to_date: null,
};

/**
 * Whether a release of periods of a frequency shows an indicator: one that is reported so, or reported more often and judged by
 * such periods, for a quarter is no figure of a year. [RL16]
 * @example isShown({ frequency: "quarterly", judgedBy: "year" }, "annual") // true
 */
export function isShown(
  { frequency, judgedBy = "year" }: Pick<Definition, "frequency" | "judgedBy">,
  released: ReturnFrequency,
): boolean {
  if (frequency === released) return true;
  return frequencyOf[judgedBy] === released && periodsInYear(frequency) > periodsInYear(released);
}
