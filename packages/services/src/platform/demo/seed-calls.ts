import type { Database, Principal } from "@lilink/db";
import { appointment, appointmentMark } from "@lilink/db/schema";
import { quarterAt, type Span } from "@lilink/model/appointment";
import { toShanghaiDate } from "@lilink/model/calendar";
import { eq } from "drizzle-orm";
import { takeAppointment } from "../../exchange/appointment/answer-time.ts";
import { markTimes } from "../../exchange/appointment/mark-times.ts";
import { proposeAppointment } from "../../exchange/appointment/name-time.ts";
import { call } from "../../kernel/call.ts";
import type { Kernel } from "../../kernel/context.ts";

type Side = "asking" | "asked";
/** When each side can talk, as hours of Shanghai on days from today, and the time that one of them names. */
export type DemoCall = {
  readonly free: Readonly<
    Record<Side, { readonly days: readonly number[]; readonly from: number; readonly to: number }>
  >;
  readonly named: {
    readonly side: Side;
    readonly day: number;
    readonly hour: number;
    readonly minutes: number;
    readonly place: string;
  };
  readonly agreed: boolean;
};

const dayMilliseconds = 86_400_000;
const zone = "Asia/Shanghai";

/** A call with the hours of both sides, named by one and perhaps taken by the other, through the verbs that people use; what is there stays. [AP1] [AP3] */
export async function seedCall(
  owner: Database,
  app: Kernel,
  principals: Readonly<Record<Side, Principal>>,
  introduction: { readonly id: string; readonly publicId: string },
  { free, named, agreed }: DemoCall,
): Promise<void> {
  const instant = (day: number, hour: number) => {
    const date = toShanghaiDate(new Date(app.clock().getTime() + day * dayMilliseconds));
    return new Date(`${date}T${String(hour).padStart(2, "0")}:00:00+08:00`);
  };
  const marked = await owner
    .select({ side: appointmentMark.side })
    .from(appointmentMark)
    .where(eq(appointmentMark.introductionId, introduction.id));
  for (const side of ["asking", "asked"] as const) {
    if (marked.some((one) => one.side === side)) continue;
    const { days, from, to } = free[side];
    const spans = days.map(
      (day): Span => ({ from: quarterAt(instant(day, from)), to: quarterAt(instant(day, to)) }),
    );
    await call(app, principals[side], markTimes, { introduction: introduction.publicId, zone, free: spans });
  }
  const [known] = await owner
    .select({ publicId: appointment.publicId, state: appointment.state })
    .from(appointment)
    .where(eq(appointment.introductionId, introduction.id));
  const { side, day, hour, minutes, place } = named;
  const made =
    known ??
    (await call(app, principals[side], proposeAppointment, {
      introduction: introduction.publicId,
      startsAt: instant(day, hour).toISOString(),
      minutes,
      place,
    }));
  const other = principals[side === "asking" ? "asked" : "asking"];
  if (agreed && (known?.state ?? "proposed") === "proposed")
    await call(app, other, takeAppointment, { publicId: made.publicId });
}
