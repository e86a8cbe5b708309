import { expect, it } from "vitest";
import { readDocument } from "../propose/read-document.ts";
import { judgePair } from "./judge-pair.ts";
import { rankCandidates } from "./rank-candidates.ts";
import { suggestedScore } from "./weights.ts";

const read = (id: string, kind: "need" | "capability", title: string) =>
  readDocument({ id, kind, title, body: "", lang: "zh" });

it("[MT62] a need for a precursor is offered a precursor or nothing, never the cathode that is made from it", () => {
  const need = read("n", "need", "求购高镍前驱体");
  const cathodes = [
    "供应NCM811正极材料，容量200 mAh/g",
    "高镍三元正极材料NCM811、Ni90现货",
    "Ni90 cathode powder",
  ];
  const offers = cathodes.map((title, index) => read(`c${index}`, "capability", title));
  for (const offer of offers) expect(judgePair(need, offer, need).score).toBeLessThan(suggestedScore);
  const precursor = read("p", "capability", "供应NCM811前驱体，D50 10μm");
  const [first] = rankCandidates(need, need, [...offers, precursor], { limit: 4 }).matches;
  expect(first?.id).toBe("p");
});
