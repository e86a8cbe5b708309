import { createKey, listKeys, revokeKey } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const keyRouter = router({
  list: fromQuery(listKeys),
  create: fromMutation(createKey),
  revoke: fromMutation(revokeKey),
});
