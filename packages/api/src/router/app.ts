import { createCallerFactory, router } from "../kernel/trpc.ts";
import { matchRouter } from "./match.ts";
import { postingRouter } from "./posting.ts";

export const appRouter = router({
  match: matchRouter,
  posting: postingRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
