import { giveWaiver, listWaivers, withdrawWaiver } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const waiverRouter = router({
  list: fromQuery(listWaivers),
  give: fromMutation(giveWaiver),
  withdraw: fromMutation(withdrawWaiver),
});
