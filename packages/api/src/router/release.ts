import {
  askRelease,
  latestFigures,
  listFigures,
  listReleases,
  loadPeers,
  loadRelease,
  readReleasePaper,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const releaseRouter = router({
  ask: fromMutation(askRelease),
  list: fromQuery(listReleases),
  load: fromQuery(loadRelease),
  figures: fromQuery(listFigures),
  latest: fromQuery(latestFigures),
  peers: fromQuery(loadPeers),
  paper: fromQuery(readReleasePaper),
});
