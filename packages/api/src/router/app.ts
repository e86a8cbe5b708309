import type { RegisterName } from "@lilink/model/register";
import { ping, type RecordRoomVerbs, recordVerbList } from "@lilink/services";
import * as verbs from "@lilink/services/verbs";
import { type ProcedureOf, toRooms } from "../kernel/to-rooms.ts";
import { createCallerFactory, fromQuery, router } from "../kernel/trpc.ts";
import { liveRouter } from "./live.ts";

/** Every register answers to the same procedures under its own name. */
type RecordRooms = {
  [N in RegisterName]: { [A in keyof RecordRoomVerbs]: ProcedureOf<RecordRoomVerbs[A]> };
};

const records = toRooms(recordVerbList) as unknown as RecordRooms;
const rooms = { ...toRooms(verbs), ...records, live: liveRouter };

export const appRouter = router(rooms);
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);

/** The app's router and the bare twin beside it, for a server that is being measured. */
export const measuredRouter = router({ ...rooms, bare: { ping: fromQuery(ping) } });
export const createMeasuredCaller = createCallerFactory(measuredRouter);
