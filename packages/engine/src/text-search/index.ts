export { createTextSearch, type SearchText, type TextSearch } from "./create-text-search.ts";
export { toClauses } from "./to-clauses.ts";
