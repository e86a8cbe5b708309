import { listGoals, loadGoalCard, loadIndicator, loadStanding, loadStandings } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const goalRouter = router({
  list: fromQuery(listGoals),
  load: fromQuery(loadGoalCard),
  indicator: fromQuery(loadIndicator),
  standing: fromQuery(loadStanding),
  standings: fromQuery(loadStandings),
});
