import { latestFigures, listFigures, listReleases, loadRelease } from "@lilink/services";
import { fromQuery, router } from "../kernel/trpc.ts";

export const releaseRouter = router({
  list: fromQuery(listReleases),
  load: fromQuery(loadRelease),
  figures: fromQuery(listFigures),
  latest: fromQuery(latestFigures),
});
