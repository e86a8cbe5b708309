import {
  changeRole,
  deactivateMember,
  inviteMember,
  listMembers,
  reactivateMember,
  revokeInvitation,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const memberRouter = router({
  list: fromQuery(listMembers),
  invite: fromMutation(inviteMember),
  revokeInvitation: fromMutation(revokeInvitation),
  changeRole: fromMutation(changeRole),
  deactivate: fromMutation(deactivateMember),
  reactivate: fromMutation(reactivateMember),
});
