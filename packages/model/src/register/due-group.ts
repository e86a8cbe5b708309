import { startOfShanghaiDay, toShanghaiDate } from "../calendar/index.ts";

/** How near the next duty of a record is, in the order of a list by duty. */
export const dueGroups = ["overdue", "week", "later", "none"] as const;
export type DueGroup = (typeof dueGroups)[number];

const day = 86_400_000;

/** Where groups begin: what is due before `today` is overdue, what is due before `later` is due within seven days. */
export function dueBounds(now: Date): { readonly today: Date; readonly later: Date } {
  const today = startOfShanghaiDay(toShanghaiDate(now));
  return { today, later: new Date(today.getTime() + 8 * day) };
}

/**
 * The group of a record by the instant at which its next duty is due, in days of Shanghai as the words of a due day count them.
 * @example dueGroupOf(null, new Date()) // "none"
 */
export function dueGroupOf(dueAt: Date | null, now: Date): DueGroup {
  if (dueAt === null) return "none";
  const { today, later } = dueBounds(now);
  return dueAt < today ? "overdue" : dueAt < later ? "week" : "later";
}
