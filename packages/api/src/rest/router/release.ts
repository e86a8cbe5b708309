import { latestFigures, listFigures, listReleases, loadRelease } from "@lilink/services";
import { router } from "../../kernel/trpc.ts";
import { restQuery } from "../operation.ts";
import { pageOf } from "../shape/basic.ts";
import { figurePage, figureSeries, release, releaseItem } from "../shape/release.ts";

const goals = { tag: "goals", scope: "goals:read", open: true } as const;

/** Releases and their figures; the address of a release's figures never changes, for the release does not either. */
export const releaseOperations = router({
  list: restQuery(listReleases, { ...goals, method: "GET", path: "/releases", output: pageOf(releaseItem) }),
  load: restQuery(loadRelease, {
    ...goals,
    method: "GET",
    path: "/releases/{publicId}",
    output: release,
  }),
  figures: restQuery(listFigures, {
    ...goals,
    method: "GET",
    path: "/releases/{publicId}/figures",
    output: figurePage,
  }),
  latest: restQuery(latestFigures, {
    ...goals,
    method: "GET",
    path: "/figures",
    output: figureSeries,
  }),
});
