import { findAccount, manageAccount } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const accountRouter = router({
  find: fromQuery(findAccount),
  manage: fromMutation(manageAccount),
});
