export { createTextIndex, loadTextIndex } from "./create-text-index.ts";
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
