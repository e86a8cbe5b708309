import { createCallerFactory, router } from "../kernel/trpc.ts";
import { postingRouter } from "./posting.ts";

export const appRouter = router({
  posting: postingRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
