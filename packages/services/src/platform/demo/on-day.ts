import { startOfShanghaiDay } from "@lilink/model/calendar";
import type { Kernel } from "../../kernel/context.ts";

/** The kernel at an hour of a day in China; on a day that is yet to come, as it is now. */
export function onDay(app: Kernel, day: string, hour: number): Kernel {
  const then = startOfShanghaiDay(day).getTime() + hour * 3_600_000;
  return { ...app, clock: () => new Date(Math.min(then, app.clock().getTime())) };
}
