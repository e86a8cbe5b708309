/** What can be handed on: whole batteries, or a stream of a workshop that needs a taker of its own. */
export const lotKinds = ["battery", "hydrogen_fluoride", "electrolyte", "process_liquor"] as const;
export type LotKind = (typeof lotKinds)[number];
