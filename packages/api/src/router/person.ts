import {
  changePassword,
  confirmPerson,
  editPerson,
  loadPerson,
  loadRegistration,
  registerPerson,
  requestReset,
  resetPassword,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const personRouter = router({
  load: fromQuery(loadPerson),
  edit: fromMutation(editPerson),
  changePassword: fromMutation(changePassword),
  register: fromMutation(registerPerson),
  loadRegistration: fromQuery(loadRegistration),
  confirm: fromMutation(confirmPerson),
  requestReset: fromMutation(requestReset),
  resetPassword: fromMutation(resetPassword),
});
