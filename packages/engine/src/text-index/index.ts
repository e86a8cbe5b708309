export { createTextIndex } from "./create-text-index.ts";
export { loadTextIndex } from "./load-text-index.ts";
export {
  acceptIds,
  type Clause,
  type FieldSpec,
  type TextFilter,
  type TextHit,
  type TextIndex,
  type TextIndexOptions,
  type TextSearchOptions,
  type WeightedTerm,
} from "./text-index.ts";
