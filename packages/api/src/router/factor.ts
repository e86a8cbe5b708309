import {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  listFactors,
  removeFactor,
  renewRecovery,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const factorRouter = router({
  list: fromQuery(listFactors),
  beginTotp: fromMutation(beginTotp),
  confirmTotp: fromMutation(confirmTotp),
  beginPasskey: fromMutation(beginPasskey),
  addPasskey: fromMutation(addPasskey),
  remove: fromMutation(removeFactor),
  renewRecovery: fromMutation(renewRecovery),
});
