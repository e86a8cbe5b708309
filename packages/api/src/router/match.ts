import { listMatches, markMatch } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const matchRouter = router({
  list: fromQuery(listMatches),
  mark: fromMutation(markMatch),
});
