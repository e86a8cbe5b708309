import { noteExport } from "@lilink/services";
import { fromMutation, router } from "../kernel/trpc.ts";

export const exportRouter = router({ note: fromMutation(noteExport) });
