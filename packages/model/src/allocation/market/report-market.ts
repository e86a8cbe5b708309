import { type Attention, listByMember, type Pairs } from "./pairs.ts";

/** How the asks fall on the right side. `overAsked` have more asks than attention. */
export type Congestion = {
  readonly asks: Int32Array;
  readonly overAsked: readonly number[];
  readonly asksAboveAttention: number;
  readonly nobodyOnLeft: readonly number[];
  readonly nobodyOnRight: readonly number[];
};

export type MarketReport = {
  /** Pairs that would both rather have each other than what they got; 0 for shareAttention. */
  readonly blockingPairs: number;
  readonly shared: Congestion;
  /** The same where each of the left is shown its best, as many as it has attention for. */
  readonly plain: Congestion;
  /** Members of the right who are seen by more (fewer) within their attention than in the plain case. */
  readonly gained: readonly number[];
  readonly lost: readonly number[];
};

/**
 * What an allocation does to a market, beside plain top-k: who is asked too much, who gets nobody, who gained. [AL7]
 * @param shown 1 for each pair that is shown
 * @example reportMarket(pairs, attention, shareAttention(pairs, attention)).blockingPairs // 0
 */
export function reportMarket(pairs: Pairs, attention: Attention, shown: Uint8Array): MarketReport {
  const plainShown = showBest(pairs, attention);
  const [shared, plain] = [
    countCongestion(pairs, attention, shown),
    countCongestion(pairs, attention, plainShown),
  ];
  const heard = ({ asks }: Congestion, member: number) =>
    Math.min(asks[member] as number, attention.right[member] as number);
  const rights = Array.from(attention.right, (_, member) => member);
  return {
    blockingPairs: countBlockingPairs(pairs, attention, shown),
    shared,
    plain,
    gained: rights.filter((member) => heard(shared, member) > heard(plain, member)),
    lost: rights.filter((member) => heard(shared, member) < heard(plain, member)),
  };
}

function showBest({ left, right, leftScore }: Pairs, attention: Attention): Uint8Array {
  const { start, order } = listByMember(attention.left.length, left, right, leftScore);
  const shown = new Uint8Array(left.length);
  attention.left.forEach((room, member) => {
    const begin = start[member] as number;
    for (const pair of order.subarray(begin, Math.min(begin + room, start[member + 1] as number)))
      shown[pair] = 1;
  });
  return shown;
}

function countCongestion({ left, right }: Pairs, attention: Attention, shown: Uint8Array): Congestion {
  const asked = new Int32Array(attention.left.length);
  const asks = new Int32Array(attention.right.length);
  shown.forEach((isShown, pair) => {
    if (isShown === 0) return;
    const [who, whom] = [left[pair] as number, right[pair] as number];
    asked[who] = (asked[who] as number) + 1;
    asks[whom] = (asks[whom] as number) + 1;
  });
  const above = (member: number) => (asks[member] as number) - (attention.right[member] as number);
  const overAsked = Array.from(asks, (_, member) => member).filter((member) => above(member) > 0);
  const without = (counts: Int32Array) =>
    Array.from(counts, (_, member) => member).filter((member) => counts[member] === 0);
  return {
    asks,
    overAsked,
    asksAboveAttention: overAsked.reduce((sum, member) => sum + above(member), 0),
    nobodyOnLeft: without(asked),
    nobodyOnRight: without(asks),
  };
}

/** Pairs not shown in which either side has room or has somebody whom it wants less (ties by number). */
function countBlockingPairs(pairs: Pairs, attention: Attention, shown: Uint8Array): number {
  const { left, right, leftScore, rightScore } = pairs;
  const worstOfLeft = findWorst(attention.left, left, right, leftScore, shown);
  const worstOfRight = findWorst(attention.right, right, left, rightScore, shown);
  const wants = (worst: number, pair: number, whom: Int32Array, score: Float64Array) =>
    worst === -1 || (worst >= 0 && isBetter(pair, worst, whom, score));
  let count = 0;
  for (let pair = 0; pair < left.length; pair++) {
    if (shown[pair] === 1) continue;
    const [ofLeft, ofRight] = [
      worstOfLeft[left[pair] as number] as number,
      worstOfRight[right[pair] as number] as number,
    ];
    if (wants(ofLeft, pair, right, leftScore) && wants(ofRight, pair, left, rightScore)) count++;
  }
  return count;
}

/** The least wanted pair that each member has; -1 where there is room, -2 where there is no attention at all. */
function findWorst(
  room: Int32Array,
  who: Int32Array,
  whom: Int32Array,
  score: Float64Array,
  shown: Uint8Array,
): Int32Array {
  const count = new Int32Array(room.length);
  const worst = new Int32Array(room.length).fill(-1);
  for (let pair = 0; pair < who.length; pair++) {
    if (shown[pair] === 0) continue;
    const member = who[pair] as number;
    count[member] = (count[member] as number) + 1;
    const known = worst[member] as number;
    if (known < 0 || isBetter(known, pair, whom, score)) worst[member] = pair;
  }
  return worst.map((pair, member) =>
    room[member] === 0 ? -2 : (count[member] as number) < (room[member] as number) ? -1 : pair,
  );
}

function isBetter(pair: number, other: number, whom: Int32Array, score: Float64Array): boolean {
  const difference = (score[pair] as number) - (score[other] as number);
  return difference > 0 || (difference === 0 && (whom[pair] as number) < (whom[other] as number));
}
