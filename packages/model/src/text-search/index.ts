export { createTextSearch, type SearchText, type TextSearch } from "./create-text-search.ts";
