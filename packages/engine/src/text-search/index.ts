export { createTextSearch, type SearchText, type TextSearch } from "./create-text-search.ts";
export { createMarker, type Mark } from "./mark-words.ts";
export type { NamedQuery } from "./read-senses.ts";
export { toClauses } from "./to-clauses.ts";
