import { addWorkingDays } from "../calendar/index.ts";
import type { Register } from "./define-register.ts";

/** So many working days a declaration is held out to the public; a proposal. [TR71] */
export const noticeDays = 10;

/** The end of a public notice that began at this moment: the end of its last day. [TR71] */
export const noticeEndOf = (since: Date): Date => addWorkingDays(since, noticeDays);

/**
 * Whether a public notice holds a step up: while it runs, anybody may still object. [TR71]
 * @param since when the record entered its state
 * @example isHeldByNotice(plant, "list", since, now) // true until the tenth working day is over
 */
export function isHeldByNotice(
  { machine }: Pick<Register, "machine">,
  step: string,
  since: Date,
  now: Date,
): boolean {
  return machine.steps[step]?.guard === "noticeOver" && now <= noticeEndOf(since);
}
