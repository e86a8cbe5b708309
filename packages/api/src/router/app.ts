import { createCallerFactory, router } from "../kernel/trpc.ts";
import { attachmentRouter } from "./attachment.ts";
import { deskRouter } from "./desk.ts";
import { introductionRouter } from "./introduction.ts";
import { liveRouter } from "./live.ts";
import { matchRouter } from "./match.ts";
import { noticeRouter } from "./notice.ts";
import { postingRouter } from "./posting.ts";
import { searchRouter } from "./search.ts";
import { sessionRouter } from "./session.ts";
import { viewerRouter } from "./viewer.ts";

export const appRouter = router({
  search: searchRouter,
  desk: deskRouter,
  introduction: introductionRouter,
  live: liveRouter,
  notice: noticeRouter,
  viewer: viewerRouter,
  session: sessionRouter,
  attachment: attachmentRouter,
  match: matchRouter,
  posting: postingRouter,
});

export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
