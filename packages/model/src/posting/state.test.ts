import { describe, expect, it } from "vitest";
import {
  compareContents,
  compareLevels,
  fallbackState,
  missingForSubmission,
  nextPostingState,
  postingActions,
  postingStates,
  statesAllowing,
} from "./index.ts";

describe("states of a posting", () => {
  it("[PO1] follow one another as written, and no other way", () => {
    const steps = postingStates.flatMap((from) =>
      postingActions.flatMap((action) => {
        const to = nextPostingState(from, action);
        return to ? [`${from} ${action} ${to}`] : [];
      }),
    );
    expect(steps).toEqual([
      "draft submit in_review",
      "draft close closed",
      "in_review withdraw draft",
      "in_review publish published",
      "in_review return returned",
      "returned submit in_review",
      "returned discard draft",
      "returned close closed",
      "published submit in_review",
      "published close closed",
      "published expire expired",
      "published renew published",
      "closed reopen draft",
      "expired renew published",
      "expired reopen draft",
    ]);
    expect([null, ...postingStates].map(fallbackState)).toEqual([
      "draft",
      "draft",
      "draft",
      "draft",
      "published",
      "draft",
      "expired",
    ]);
    expect(statesAllowing("submit")).toEqual(["draft", "returned", "published"]);
  });

  it("[PO2] names what is still missing, by kind", () => {
    const fields = (kind: "need" | "capability" | "project") =>
      missingForSubmission(kind, {}).map((fault) => fault.field);
    expect(fields("need")).toEqual(["concept", "title", "summary", "cooperation", "figures"]);
    expect(fields("capability")).toEqual(["concept", "title", "summary", "cooperation", "maturity"]);
    expect(fields("project")).toContain("description");
  });
});

describe("comparing versions", () => {
  const purity = { attribute: "purity", op: ">=", value: "99.5", unit: "mass %", hard: true } as const;

  it("[PO3] says field by field what changed, each figure by itself, and nothing of what did not", () => {
    const before = { title: "A", summary: "same", figures: [purity], price: "" };
    const after = { title: "B", summary: "same", figures: [{ ...purity, value: "99.9" }], region: "36" };
    expect(compareContents(before, after)).toEqual([
      { field: "title", before: "A", after: "B" },
      { field: "figures.purity", before: purity, after: { ...purity, value: "99.9" } },
      { field: "region", before: undefined, after: "36" },
    ]);
    expect(compareContents(before, before)).toEqual([]);
    const reordered = { hard: true, unit: "mass %", value: "99.5", op: ">=", attribute: "purity" } as const;
    expect(compareContents({ figures: [purity] }, { figures: [reordered] })).toEqual([]);
  });

  it("[PO3] says which levels changed", () => {
    const content = { summary: "x", trl: 3 };
    expect(
      compareLevels({ content, levels: {} }, { content, levels: { maturity: "own", identity: "member" } }),
    ).toEqual([
      { field: "trl", before: "member", after: "own" },
      { field: "identity", before: "partner", after: "member" },
    ]);
  });
});
