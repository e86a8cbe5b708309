export {
  type BodyBar,
  type BodyLikeness,
  type BodySign,
  type BodyText,
  bodyBars,
  bodySigns,
  compareBodies,
  sameBodyScore,
} from "./compare-bodies.ts";
export { compareNames } from "./compare-names.ts";
export { type BodyPair, type BodyRecord, pairKey, proposePairs } from "./propose-pairs.ts";
