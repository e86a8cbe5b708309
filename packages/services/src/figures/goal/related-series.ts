import { rateDefinitions } from "@lilink/model/trace/rate";

/**
 * Published series that speak of an indicator without being it: other scope, basis or span. They are shown beside the
 * definition and never as its value; `regions` are the rows that matter there.
 */
export const relatedSeries: Readonly<
  Record<string, readonly { readonly code: string; readonly regions?: readonly string[] }[]>
> = {
  "RES-01": [
    { code: "usgs-lithium-production" },
    { code: "owid-lithium-production", regions: ["CN", "WLD", "AU"] },
    { code: "deposits-reserve", regions: ["CN"] },
    { code: "deposits-resource", regions: ["CN"] },
  ],
  "RES-02": [
    { code: "TR07-consumption" },
    { code: "TR04-import" },
    { code: "TR04-export" },
    { code: "TR02-import" },
    { code: "TR02-export" },
    { code: "TR03-import" },
    { code: "TR03-export" },
  ],
  "RES-03": [{ code: "TR06-import" }],
  "RES-04": [
    { code: "TR01-top1-share" },
    { code: "TR05-top1-share" },
    { code: "TR01-import" },
    { code: "TR05-import" },
    { code: "TR06-import" },
  ],
  "MAT-09": [
    { code: "iea-ev-historical-ev-sales-cars-bev", regions: ["CN", "WLD"] },
    { code: "iea-ev-historical-ev-sales-cars-phev", regions: ["CN", "WLD"] },
    { code: "iea-ev-historical-ev-stock-cars-bev", regions: ["CN", "WLD"] },
  ],
  "RES-13": [{ code: "TR08-lce" }, { code: "TR08-li2o" }],
  // Rates of the batteries that are followed here.
  ...Object.fromEntries(rateDefinitions.map(({ indicator, series }) => [indicator, [{ code: series }]])),
};
