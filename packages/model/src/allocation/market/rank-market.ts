import {
  attentionBy,
  checkMarket,
  countMatches,
  type ExpectedMatches,
  type Market,
  orderApplicants,
  rankBy,
} from "./market.ts";

/** `ranking`: for each seeker in turn, all receivers, first to be shown first. */
export type MarketRanking = { readonly ranking: Int32Array; readonly expected: ExpectedMatches };

/**
 * Whom to show to whom, so that the whole market gets the most matches: rankings by what one more unit of attention adds,
 * the applicants that it pushes back counted. Never fewer matches than ranking by the product of both sides. [AL9]
 * Frank-Wolfe over tables of attention; each step is a sort, because 1/rank falls.
 * @param rounds steps from the product's ranking; a dozen is within 0.2 % of a hundred
 * @throws LilinkError INVALID_INPUT where tables do not fit or a figure is no probability
 * @example rankMarket({ seekers: 400, receivers: 200, apply, accept }).expected.total
 */
export function rankMarket(market: Market, rounds = 12): MarketRanking {
  checkMarket(market);
  const orders = orderApplicants(market);
  let score: Float64Array = market.apply.map((asks, pair) => asks * (market.accept[pair] as number));
  const attention = attentionBy(market, score);
  let best = { score, expected: countMatches(market, orders, attention) };
  for (let round = 1; round <= rounds; round++) {
    score = gainOfAttention(market, orders, attention);
    const step = attentionBy(market, score);
    const expected = countMatches(market, orders, step);
    if (expected.total > best.expected.total) best = { score, expected };
    const share = 2 / (round + 2);
    for (let pair = 0; pair < step.length; pair++) {
      const now = attention[pair] as number;
      attention[pair] = now + share * ((step[pair] as number) - now);
    }
  }
  return { ranking: rankBy(market.seekers, market.receivers, best.score), expected: best.expected };
}

/** What a little more attention to a pair adds to all expected matches: its own, less those of whom it comes before. */
function gainOfAttention(market: Market, orders: Int32Array, attention: Float64Array): Float64Array {
  const { seekers, receivers, apply, accept } = market;
  const gain = new Float64Array(apply.length);
  const before = new Float64Array(seekers);
  for (let receiver = 0; receiver < receivers; receiver++) {
    const pairAt = (rank: number) => (orders[receiver * seekers + rank] as number) * receivers + receiver;
    let better = 0;
    for (let rank = 0; rank < seekers; rank++) {
      const pair = pairAt(rank);
      before[rank] = 1 + better;
      better += (apply[pair] as number) * (attention[pair] as number);
    }
    let pushed = 0;
    for (let rank = seekers - 1; rank >= 0; rank--) {
      const pair = pairAt(rank);
      const [asks, waits] = [apply[pair] as number, before[rank] as number];
      const match = (accept[pair] as number) / waits;
      gain[pair] = asks * (match - pushed);
      pushed += (asks * (attention[pair] as number) * match) / waits;
    }
  }
  return gain;
}

/**
 * The share of all matches that goes to the half of a side with the fewest under another ranking. [AL9]
 * @param reference matches by which the lower half is told, e.g. under the product's ranking
 * @example shareOfLowerHalf(ranked.byReceiver, byProduct.byReceiver) > shareOfLowerHalf(byProduct.byReceiver, byProduct.byReceiver)
 */
export function shareOfLowerHalf(matches: Float64Array, reference: Float64Array): number {
  const order = Int32Array.from(reference, (_, at) => at);
  order.sort((a, b) => (reference[a] as number) - (reference[b] as number) || a - b);
  const lower = order.subarray(0, reference.length >> 1);
  const total = matches.reduce((sum, amount) => sum + amount, 0);
  return total === 0 ? 0 : lower.reduce((sum, at) => sum + (matches[at] as number), 0) / total;
}
