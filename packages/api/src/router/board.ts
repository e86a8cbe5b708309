import { loadBoard } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const boardRouter = router({ load: fromQuery(loadBoard) });
