import { LilinkError } from "../../error/index.ts";

/**
 * Two sides that look for each other. `apply`: how likely a seeker asks a receiver whom it examines; `accept`: how likely
 * that receiver says yes after examining; both row after row (seekers x receivers), from 0 to 1.
 */
export type Market = {
  readonly seekers: number;
  readonly receivers: number;
  readonly apply: Float64Array;
  readonly accept: Float64Array;
};

/** Matches to be expected of each side's members; both add up to `total`. */
export type ExpectedMatches = {
  readonly total: number;
  readonly bySeeker: Float64Array;
  readonly byReceiver: Float64Array;
};

/** @throws LilinkError INVALID_INPUT where tables do not fit or a figure is no probability */
export function checkMarket({ seekers, receivers, apply, accept }: Market): void {
  if (apply.length !== seekers * receivers || accept.length !== apply.length)
    throw new LilinkError("INVALID_INPUT", { rule: "length" });
  const isProbability = (value: number) => value >= 0 && value <= 1;
  if (!apply.every(isProbability) || !accept.every(isProbability))
    throw new LilinkError("INVALID_INPUT", { rule: "probability" });
}

/** For each receiver in turn, all seekers, best liked first, ties by number. */
export function orderApplicants({ seekers, receivers, accept }: Market): Int32Array {
  const orders = new Int32Array(seekers * receivers);
  for (let receiver = 0; receiver < receivers; receiver++) {
    const liking = (seeker: number) => accept[seeker * receivers + receiver] as number;
    const order = Int32Array.from({ length: seekers }, (_, seeker) => seeker);
    orders.set(
      order.sort((a, b) => liking(b) - liking(a) || a - b),
      receiver * seekers,
    );
  }
  return orders;
}

/** The attention that each pair gets when a seeker sees receivers by falling score: 1/rank, ties by number. */
export function attentionBy({ seekers, receivers }: Market, score: Float64Array): Float64Array {
  const attention = new Float64Array(score.length);
  rankBy(seekers, receivers, score).forEach((receiver, at) => {
    const seeker = Math.floor(at / receivers);
    attention[seeker * receivers + receiver] = 1 / ((at % receivers) + 1);
  });
  return attention;
}

/** For each seeker in turn, all receivers by falling score, ties by number. */
export function rankBy(seekers: number, receivers: number, score: Float64Array): Int32Array {
  const ranking = new Int32Array(seekers * receivers);
  for (let seeker = 0; seeker < seekers; seeker++) {
    const own = score.subarray(seeker * receivers, (seeker + 1) * receivers);
    const order = Int32Array.from({ length: receivers }, (_, receiver) => receiver);
    ranking.set(
      order.sort((a, b) => (own[b] as number) - (own[a] as number) || a - b),
      seeker * receivers,
    );
  }
  return ranking;
}

/**
 * The matches to be expected when each seeker examines the receiver at rank k with weight 1/k and applies, and each
 * receiver examines an applicant with weight 1/(1 + expected better applicants) and accepts. [AL8]
 * @param score seekers see receivers by falling score
 * @source Su, Bayoumi and Joachims, Optimizing Rankings for Recommendation in Matching Markets, WWW 2022
 * @example expectMatches(market, market.apply).total // one-sided: each sees first what it likes
 */
export function expectMatches(market: Market, score: Float64Array): ExpectedMatches {
  checkMarket(market);
  return countMatches(market, orderApplicants(market), attentionBy(market, score));
}

/** The same of any table of attention, with the applicants' order at hand. */
export function countMatches(market: Market, orders: Int32Array, attention: Float64Array): ExpectedMatches {
  const { seekers, receivers, apply, accept } = market;
  const [bySeeker, byReceiver] = [new Float64Array(seekers), new Float64Array(receivers)];
  let total = 0;
  for (let receiver = 0; receiver < receivers; receiver++) {
    let better = 0;
    for (let rank = 0; rank < seekers; rank++) {
      const seeker = orders[receiver * seekers + rank] as number;
      const pair = seeker * receivers + receiver;
      const asks = (apply[pair] as number) * (attention[pair] as number);
      const match = (asks * (accept[pair] as number)) / (1 + better);
      better += asks;
      total += match;
      bySeeker[seeker] = (bySeeker[seeker] as number) + match;
      byReceiver[receiver] = (byReceiver[receiver] as number) + match;
    }
  }
  return { total, bySeeker, byReceiver };
}
