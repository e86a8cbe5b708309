import { expect, it } from "vitest";
import { seriesSubject } from "./series-subject.ts";

it("[GO12] a series stands under what it is about, whoever publishes it", () => {
  const of = {
    "TR08-lce": "reserves",
    "usgs-lithium-production": "output",
    "TR07-consumption": "output",
    "TR07-export-lce": "trade",
    "TR01-top1-share": "trade",
    "lilink-projects-abroad": "trade",
    "BAT-recovery-Li": "recycling",
    "lilink-patents-share": "research",
    "lilink-technology-gap": "research",
    "price-of-lithium": "other",
  } as const;
  for (const [code, subject] of Object.entries(of)) expect(seriesSubject(code), code).toBe(subject);
});
