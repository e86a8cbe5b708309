import { loadConcept, loadOverview, searchConcepts } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const chainRouter = router({
  overview: fromQuery(loadOverview),
  concept: fromQuery(loadConcept),
  search: fromQuery(searchConcepts),
});
