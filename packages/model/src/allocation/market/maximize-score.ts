import type { FlowNetwork } from "@lilink/engine/flow";
import { isOptimalFlow, solveFlow } from "@lilink/engine/flow";
import { LilinkError } from "../../error/index.ts";
import { type Attention, checkPairs, type Pairs } from "./pairs.ts";

/** `total` is the sum of the scores of what is shown, in steps of a millionth; `proved` by prices. */
export type BestShare = { readonly shown: Uint8Array; readonly total: number; readonly proved: boolean };

const steps = 1_000_000;

/**
 * Who is shown to whom so that the sum of scores is greatest, within the attention of both sides; exact to a millionth
 * of a score, with proof. A pair whose score is not above 0 is never shown. [AL10]
 * @param score what a pair is worth to both, e.g. the harmonic mean that judgePair gives
 * @throws LilinkError INVALID_INPUT where pairs do not fit or stand twice
 * @example maximizeScore(pairs, attention, score).total
 */
export function maximizeScore(pairs: Pairs, attention: Attention, score: Float64Array): BestShare {
  checkPairs(pairs, attention);
  if (score.length !== pairs.left.length) throw new LilinkError("INVALID_INPUT", { rule: "length" });
  const network = toNetwork(pairs, attention, score);
  const result = solveFlow(network);
  const shown = Uint8Array.from(result.flow.subarray(0, score.length));
  return {
    shown,
    total: -result.value / steps,
    proved: result.status === "optimal" && isOptimalFlow(network, result.flow, result.potential),
  };
}

/** Left members send their attention over the pairs to the right ones and on to the market; what is unused goes direct. */
function toNetwork({ left, right }: Pairs, attention: Attention, score: Float64Array): FlowNetwork {
  const [lefts, rights] = [attention.left.length, attention.right.length];
  const market = lefts + rights;
  const total = attention.left.reduce((sum, room) => sum + room, 0);
  const direct = Int32Array.from({ length: market }, (_, member) => member);
  const rooms = [...attention.left, ...attention.right];
  const costs = Array.from(score, (value) => Math.min(0, -Math.round(value * steps)));
  return {
    nodes: market + 1,
    source: Int32Array.from([...left, ...direct]),
    target: Int32Array.from([...Array.from(right, (member) => lefts + member), ...direct.map(() => market)]),
    upper: Float64Array.from([...costs.map((cost) => (cost < 0 ? 1 : 0)), ...rooms]),
    cost: Float64Array.from([...costs, ...rooms.map(() => 0)]),
    supply: Float64Array.from([...attention.left, ...new Int32Array(rights), -total]),
  };
}
