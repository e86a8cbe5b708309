import { ping } from "@lilink/services";
import { createCallerFactory, fromQuery, router } from "../kernel/trpc.ts";
import { rooms } from "./app.ts";

/** The app's router and the bare twin beside it, for a server that is being measured. */
export const measuredRouter = router({ ...rooms, bare: router({ ping: fromQuery(ping) }) });
export const createMeasuredCaller = createCallerFactory(measuredRouter);
