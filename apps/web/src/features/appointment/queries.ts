import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export const readAppointments = async (introduction: string) =>
  findOrNull((await caller()).appointment.load({ introduction }));
export type Appointments = NonNullable<Awaited<ReturnType<typeof readAppointments>>>;
export type Call = Appointments["calls"][number];
