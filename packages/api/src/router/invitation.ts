import { acceptInvitation, joinByInvitation, loadInvitation } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const invitationRouter = router({
  load: fromQuery(loadInvitation),
  accept: fromMutation(acceptInvitation),
  join: fromMutation(joinByInvitation),
});
