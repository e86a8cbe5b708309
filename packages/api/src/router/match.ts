import { explainMatch, listMatches, listSuggestions, markMatch } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const matchRouter = router({
  list: fromQuery(listMatches),
  suggest: fromQuery(listSuggestions),
  explain: fromQuery(explainMatch),
  mark: fromMutation(markMatch),
});
