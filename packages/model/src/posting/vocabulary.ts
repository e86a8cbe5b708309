export const postingKinds = ["capability", "need", "project"] as const;
export type PostingKind = (typeof postingKinds)[number];

/** On which side of the market a posting stands; a project seeks competence and offers results, so both. */
export const marketSides = ["offers", "needs"] as const;
export type MarketSide = (typeof marketSides)[number];

export function sidesOf(kind: PostingKind): readonly MarketSide[] {
  if (kind === "capability") return ["offers"];
  if (kind === "need") return ["needs"];
  return ["offers", "needs"];
}

export const comparators = ["=", ">=", "<=", "range", "about"] as const;
export type Comparator = (typeof comparators)[number];

/** The ladder of the paper, section 3.3.1: R&D, then customer verification, then bulk supply. */
export const maturitySteps = ["research", "verification", "bulk"] as const;
export type MaturityStep = (typeof maturitySteps)[number];

export const ipStatuses = ["none", "secret", "applied", "granted", "licensed_in", "open"] as const;
export type IpStatus = (typeof ipStatuses)[number];

export const cooperationForms = [
  "supply",
  "offtake",
  "toll",
  "joint_development",
  "licence",
  "transfer",
  "testing",
  "training",
  "investment",
] as const;
export type CooperationForm = (typeof cooperationForms)[number];

export const budgetClasses = ["under_100k", "100k_1m", "1m_10m", "over_10m"] as const;
export type BudgetClass = (typeof budgetClasses)[number];

export const contentLanguages = ["zh", "en"] as const;
export type ContentLanguage = (typeof contentLanguages)[number];
