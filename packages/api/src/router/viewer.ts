import { loadViewer } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const viewerRouter = router({ load: fromQuery(loadViewer) });
