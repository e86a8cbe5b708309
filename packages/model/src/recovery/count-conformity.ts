import type { Facts } from "@lilink/engine/dated-rules";
import { judgeRecovery } from "./judge-recovery.ts";

export type Conformity = { readonly firms: number; readonly met: number; readonly unknown: number };

/**
 * How many firms meet every condition in force on a day, and of how many it cannot be told: one site that fails fails its firm, one that is
 * not known leaves it open. The share that meets them all lies between met and met + unknown. [TR96]
 */
export function countConformity(
  sites: readonly { readonly firm: string; readonly facts: Facts }[],
  on: string,
): Conformity {
  const verdicts = new Map<string, "met" | "not_met" | "unknown">();
  for (const { firm, facts } of sites) {
    const verdict = judgeRecovery(facts, on)?.verdict;
    const one = verdict === "met" || verdict === "not_met" ? verdict : "unknown";
    const before = verdicts.get(firm) ?? "met";
    verdicts.set(
      firm,
      before === "not_met" || one === "not_met" ? "not_met" : one === "unknown" ? "unknown" : before,
    );
  }
  const of = (wanted: string) => [...verdicts.values()].filter((one) => one === wanted).length;
  return { firms: verdicts.size, met: of("met"), unknown: of("unknown") };
}
