import { ping } from "@lilink/services";
import * as verbs from "@lilink/services/verbs";
import { toRooms } from "../kernel/to-rooms.ts";
import { createCallerFactory, fromQuery, router } from "../kernel/trpc.ts";
import { liveRouter } from "./live.ts";

const rooms = { ...toRooms(verbs), live: liveRouter };

export const appRouter = router(rooms);
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);

/** The app's router and the bare twin beside it, for a server that is being measured. */
export const measuredRouter = router({ ...rooms, bare: { ping: fromQuery(ping) } });
export const createMeasuredCaller = createCallerFactory(measuredRouter);
