export { listPlaces, type Places } from "./market/list-places.ts";
export { type ExpectedMatches, expectMatches, type Market } from "./market/market.ts";
export { type BestShare, maximizeScore } from "./market/maximize-score.ts";
export type { Attention, Pairs } from "./market/pairs.ts";
export { type MarketRanking, rankMarket, shareOfLowerHalf } from "./market/rank-market.ts";
export { type Congestion, type MarketReport, reportMarket } from "./market/report-market.ts";
export { shareAttention } from "./market/share-attention.ts";
export {
  type BindingConstraint,
  type ConceptSupply,
  type JudgedPair,
  listWeakLinks,
  type WeakLink,
} from "./supply/list-weak-links.ts";
export { type ChainMember, type ChainPath, findChainPaths } from "./team/find-chain-paths.ts";
export { findTeams, type Team, type TeamCandidate, type TeamChoice } from "./team/find-teams.ts";
export {
  balanceChain,
  type ConceptAmounts,
  type ConceptBalance,
  type OneMore,
} from "./volume/balance-chain.ts";
export { balanceVolumes, type VolumeBalance } from "./volume/balance-volumes.ts";
export type { Volume, VolumeBasis } from "./volume/volume.ts";
export type { VolumeRoute } from "./volume/volume-network.ts";
