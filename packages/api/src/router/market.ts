import { loadMarket } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const marketRouter = router({ load: fromQuery(loadMarket) });
