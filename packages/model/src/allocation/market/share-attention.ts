import { type Attention, checkPairs, listByMember, type Pairs } from "./pairs.ts";

/**
 * Who is shown to whom: deferred acceptance with a bound of attention on each side. Each of the left asks down its list,
 * each of the right keeps the best that it has attention for. No pair would rather have each other than what they got,
 * and of all such outcomes it is the best for each of the left. The order of the pairs means nothing. [AL6]
 * @returns 1 for each pair that is shown, else 0
 * @throws LilinkError INVALID_INPUT where pairs do not fit or stand twice
 * @source Gale and Shapley 1962; many-to-many: Roth 1984
 * @example shareAttention(pairs, { left: Int32Array.of(5, 5), right: Int32Array.of(3) })
 */
export function shareAttention(pairs: Pairs, attention: Attention): Uint8Array {
  checkPairs(pairs, attention);
  const { left, right, leftScore } = pairs;
  const lefts = attention.left.length;
  const { start, order } = listByMember(lefts, left, right, leftScore);
  const next = start.slice();
  const held = new Int32Array(lefts);
  const kept = attention.right.reduce<Int32Array[]>((lists, room) => {
    lists.push(new Int32Array(Math.min(room, left.length)));
    return lists;
  }, []);
  const counts = new Int32Array(attention.right.length);
  const rank = rankApplicants(pairs, attention);
  const waiting = Array.from({ length: lefts }, (_, member) => lefts - 1 - member);
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    const end = start[member + 1] as number;
    while ((held[member] as number) < (attention.left[member] as number) && (next[member] as number) < end) {
      const pair = order[next[member] as number] as number;
      next[member] = (next[member] as number) + 1;
      const whom = right[pair] as number;
      const list = kept[whom];
      if (!list) continue;
      const lost = keep(list, counts, whom, pair, rank);
      if (lost === pair) continue;
      held[member] = (held[member] as number) + 1;
      if (lost < 0) continue;
      const loser = left[lost] as number;
      held[loser] = (held[loser] as number) - 1;
      if (loser !== member) waiting.push(loser);
    }
  }
  const shown = new Uint8Array(left.length);
  kept.forEach((list, whom) => {
    for (const pair of list.subarray(0, counts[whom])) shown[pair] = 1;
  });
  return shown;
}

/** The place of each pair in the list of its right member; 0 is best. */
function rankApplicants({ left, right, rightScore }: Pairs, attention: Attention): Int32Array {
  const { start, order } = listByMember(attention.right.length, right, left, rightScore);
  const rank = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const pair = order[at] as number;
    rank[pair] = at - (start[right[pair] as number] as number);
  }
  return rank;
}

/** Takes a pair into a heap with the worst on top. Returns what falls out: a pair, or -1 while there is room. */
function keep(list: Int32Array, counts: Int32Array, whom: number, pair: number, rank: Int32Array): number {
  const count = counts[whom] as number;
  const rankOf = (at: number) => rank[list[at] as number] as number;
  const own = rank[pair] as number;
  if (count < list.length) {
    let at = count;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = (at - 1) >> 1;
      if (rankOf(above) >= own) break;
      list[at] = list[above] as number;
    }
    list[at] = pair;
    counts[whom] = count + 1;
    return -1;
  }
  if (count === 0 || rankOf(0) < own) return pair;
  const lost = list[0] as number;
  let at = 0;
  for (let below = 1; below < count; below = 2 * at + 1) {
    if (below + 1 < count && rankOf(below + 1) > rankOf(below)) below++;
    if (rankOf(below) <= own) break;
    list[at] = list[below] as number;
    at = below;
  }
  list[at] = pair;
  return lost;
}
