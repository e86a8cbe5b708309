import { findTeam } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const teamRouter = router({ find: fromQuery(findTeam) });
