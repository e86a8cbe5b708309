import { createCallerFactory, router } from "../kernel/trpc.ts";
import { accountRouter } from "./account.ts";
import { attachmentRouter } from "./attachment.ts";
import { auditRouter } from "./audit.ts";
import { boardRouter } from "./board.ts";
import { chainRouter } from "./chain.ts";
import { claimRouter } from "./claim.ts";
import { definitionRouter } from "./definition.ts";
import { deskRouter } from "./desk.ts";
import { disclosureRouter } from "./disclosure.ts";
import { emergencyRouter } from "./emergency.ts";
import { engineRouter } from "./engine.ts";
import { exportRouter } from "./export.ts";
import { factorRouter } from "./factor.ts";
import { goalRouter } from "./goal.ts";
import { introductionRouter } from "./introduction.ts";
import { invitationRouter } from "./invitation.ts";
import { keyRouter } from "./key.ts";
import { liveRouter } from "./live.ts";
import { marketRouter } from "./market.ts";
import { matchRouter } from "./match.ts";
import { meetingRouter } from "./meeting.ts";
import { memberRouter } from "./member.ts";
import { noticeRouter } from "./notice.ts";
import { organizationRouter } from "./organization.ts";
import { personRouter } from "./person.ts";
import { postingRouter } from "./posting.ts";
import { publicFigureRouter } from "./public-figure.ts";
import { releaseRouter } from "./release.ts";
import { reportRouter } from "./report.ts";
import { returnRouter } from "./return.ts";
import { searchRouter } from "./search.ts";
import { sessionRouter } from "./session.ts";
import { systemRouter } from "./system.ts";
import { teamRouter } from "./team.ts";
import { viewerRouter } from "./viewer.ts";
import { waiverRouter } from "./waiver.ts";
import { webhookRouter } from "./webhook.ts";

export const rooms = {
  account: accountRouter,
  emergency: emergencyRouter,
  system: systemRouter,
  board: boardRouter,
  engine: engineRouter,
  definition: definitionRouter,
  factor: factorRouter,
  goal: goalRouter,
  disclosure: disclosureRouter,
  key: keyRouter,
  webhook: webhookRouter,
  person: personRouter,
  invitation: invitationRouter,
  meeting: meetingRouter,
  member: memberRouter,
  claim: claimRouter,
  organization: organizationRouter,
  publicFigure: publicFigureRouter,
  release: releaseRouter,
  return: returnRouter,
  search: searchRouter,
  chain: chainRouter,
  desk: deskRouter,
  introduction: introductionRouter,
  live: liveRouter,
  notice: noticeRouter,
  viewer: viewerRouter,
  waiver: waiverRouter,
  session: sessionRouter,
  attachment: attachmentRouter,
  export: exportRouter,
  report: reportRouter,
  audit: auditRouter,
  market: marketRouter,
  match: matchRouter,
  posting: postingRouter,
  team: teamRouter,
};

export const appRouter = router(rooms);
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
