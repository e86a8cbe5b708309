import {
  askRelease,
  latestFigures,
  listFigures,
  listReleases,
  loadPeers,
  loadRelease,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const releaseRouter = router({
  ask: fromMutation(askRelease),
  list: fromQuery(listReleases),
  load: fromQuery(loadRelease),
  figures: fromQuery(listFigures),
  latest: fromQuery(latestFigures),
  peers: fromQuery(loadPeers),
});
