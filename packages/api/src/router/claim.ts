import { approveClaim, listClaims, refuseClaim } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const claimRouter = router({
  list: fromQuery(listClaims),
  approve: fromMutation(approveClaim),
  refuse: fromMutation(refuseClaim),
});
