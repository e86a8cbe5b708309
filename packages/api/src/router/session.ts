import {
  askToConfirm,
  closeSession,
  confirmSession,
  listSessions,
  revokeOtherSessions,
  revokeSession,
  switchOrganization,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

/** Opening a session is not here: it needs a cookie, which is the work of @lilink/auth. */
export const sessionRouter = router({
  list: fromQuery(listSessions),
  close: fromMutation(closeSession),
  askToConfirm: fromMutation(askToConfirm),
  confirm: fromMutation(confirmSession),
  revoke: fromMutation(revokeSession),
  revokeOthers: fromMutation(revokeOtherSessions),
  switchOrganization: fromMutation(switchOrganization),
});
