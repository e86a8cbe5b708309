import { loadSystem } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const systemRouter = router({ load: fromQuery(loadSystem) });
