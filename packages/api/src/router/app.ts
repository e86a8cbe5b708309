import { createCallerFactory, router } from "../kernel/trpc.ts";
import { attachmentRouter } from "./attachment.ts";
import { matchRouter } from "./match.ts";
import { postingRouter } from "./posting.ts";
import { sessionRouter } from "./session.ts";
import { viewerRouter } from "./viewer.ts";

export const appRouter = router({
  viewer: viewerRouter,
  session: sessionRouter,
  attachment: attachmentRouter,
  match: matchRouter,
  posting: postingRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
