import { decideVersion, listEngineVersions } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const engineRouter = router({
  list: fromQuery(listEngineVersions),
  decide: fromMutation(decideVersion),
});
