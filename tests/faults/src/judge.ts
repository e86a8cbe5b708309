import type { Holding } from "./inspect.ts";
import { type Journey, lastSummary, type Step, steps } from "./journey.ts";

/** What there is, and what there would be had the step happened once. */
type Count = readonly [name: string, actual: number, whole: number];

export type Verdict = {
  readonly acknowledged: number;
  readonly found: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
};

function countsOf(step: Step, mark: string, row: Holding, parts: number): readonly Count[] {
  const audits = (action: string) => row.audits[action] ?? 0;
  switch (step) {
    case "create":
      return [
        ["drafts", row.drafts, 1],
        ["audit", audits("posting.create"), 1],
      ];
    case "saveDraft":
      return [
        ["revision", row.revision, 1],
        ["content", Number(row.summary === lastSummary(mark)), 1],
      ];
    case "submit":
      return [
        ["version", row.version, 1],
        ["versions", row.versions, 1],
        ["parts", row.parts, parts],
        ["audit", audits("posting.submit"), 1],
      ];
    case "publish":
      return [
        ["state", Number(row.state === "published"), 1],
        ["live version", row.liveVersion, 1],
        ["live parts", row.liveParts, parts],
        ["head", row.heads, 1],
        ["review", row.reviews, 1],
        ["audit", audits("posting.publish"), 1],
        ["match job", Math.min(row.matchJobs, 1), 1],
        ["matched version", row.matchedVersion, 1],
        ["matches", Math.min(row.matches, 1), 1],
        ["notices", row.published, row.people],
      ];
    case "ask":
      return [
        ["introduction", row.introductions, 1],
        ["parties", row.parties, 2],
        ["audit", audits("introduction.ask"), 1],
        ["notices", row.received, row.people],
      ];
  }
}

/** Holds what was acknowledged against what is there; what was not must be wholly there or wholly absent. */
export function judge(
  journeys: readonly Journey[],
  holdings: readonly Holding[],
  partsOf: ReadonlyMap<string, number>,
): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  let acknowledged = 0;
  let found = 0;
  const byMark = new Map<string, Holding[]>();
  for (const holding of holdings) byMark.set(holding.mark, [...(byMark.get(holding.mark) ?? []), holding]);
  for (const { mark, author, fates } of journeys) {
    const rows = byMark.get(mark) ?? [];
    const [row] = rows;
    if (rows.length > 1) doubled.push(`${mark}: ${rows.length} postings`);
    if (row && row.mostFound > 1)
      doubled.push(`${mark}: matching told the same people ${row.mostFound} times`);
    for (const step of steps) {
      const counts = row ? countsOf(step, mark, row, partsOf.get(author.name) ?? 0) : [];
      const whole = row !== undefined && counts.every(([, actual, wanted]) => actual === wanted);
      const absent = counts.every(([, actual]) => actual === 0);
      const fate = fates[step];
      if (fate === "acknowledged") acknowledged += 1;
      if (fate === "acknowledged" && whole) found += 1;
      if (whole ? fate !== "untried" : absent && fate !== "acknowledged") continue;
      const off = counts.filter(([, actual, wanted]) => actual !== wanted);
      const list = off.map(([name, actual, wanted]) => `${name} ${actual} of ${wanted}`).join(", ");
      const line = `${mark}: ${step} (${fate}): ${list || (row ? "there untried" : "no posting")}`;
      (off.some(([, actual, wanted]) => actual > wanted) ? doubled : lost).push(line);
    }
  }
  return { acknowledged, found, lost, doubled };
}
