import type { MaturityStep, PostingKind } from "./vocabulary.ts";

/** The terms of a posting that its text may leave unsaid; `isStaged`: it names a stage or a readiness level, `hasAmount`: an amount of goods. */
export type SaidTerms = {
  readonly cooperation: readonly string[];
  readonly isStaged: boolean;
  readonly hasAmount: boolean;
};

/**
 * What goes without saying: research is at the stage of research, who names an amount and no form of cooperation means supply, and who
 * offers it has it in bulk. [PO16]
 * @example usualTerms("project", { cooperation: [], isStaged: false, hasAmount: false }) // { cooperation: [], maturity: "research" }
 */
export function usualTerms(
  kind: PostingKind,
  { cooperation, isStaged, hasAmount }: SaidTerms,
): { readonly cooperation: readonly string[]; readonly maturity?: MaturityStep } {
  if (kind === "project") return { cooperation, ...(isStaged ? {} : { maturity: "research" as const }) };
  const forms = hasAmount && cooperation.length === 0 ? ["supply"] : cooperation;
  const isBulk = kind === "capability" && hasAmount && !isStaged && forms.includes("supply");
  return { cooperation: forms, ...(isBulk ? { maturity: "bulk" as const } : {}) };
}
