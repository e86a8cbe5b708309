import { countWaiting, loadDesk } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const deskRouter = router({ load: fromQuery(loadDesk), waiting: fromQuery(countWaiting) });
