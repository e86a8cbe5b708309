import { decideReport, fileReport, listReports } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const reportRouter = router({
  file: fromMutation(fileReport),
  list: fromQuery(listReports),
  decide: fromMutation(decideReport),
});
