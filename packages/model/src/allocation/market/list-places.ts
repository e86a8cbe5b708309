import { type Attention, checkPairs, listByMember, type Pairs } from "./pairs.ts";

/** Places by pair, counted from 1: of the left member with the right one, and of the right member with the left one. */
export type Places = { readonly left: Int32Array; readonly right: Int32Array };

/**
 * The place of each member of a pair with the other, among all who got that other or would prefer it to the least of
 * what they got. Members who are shown are within the other's attention; "6th for 5 places" is next. A count and no name. [AL16]
 * @param shown 1 for each pair that is shown, e.g. by shareAttention
 * @throws LilinkError INVALID_INPUT where pairs do not fit or occur twice
 * @example listPlaces(pairs, attention, shareAttention(pairs, attention)).left[0] // 1
 */
export function listPlaces(pairs: Pairs, attention: Attention, shown: Uint8Array): Places {
  checkPairs(pairs, attention);
  const { left, right, leftScore, rightScore } = pairs;
  const [lefts, rights] = [attention.left, attention.right];
  const wantedByLeft = listWanted(lefts, left, right, leftScore, shown);
  const wantedByRight = listWanted(rights, right, left, rightScore, shown);
  return {
    left: countBefore(rights.length, right, left, rightScore, wantedByLeft),
    right: countBefore(lefts.length, left, right, leftScore, wantedByRight),
  };
}

/** 1 for each pair that a member has, or would rather have than the least of what it got; all, while it has room. */
function listWanted(
  room: Int32Array,
  who: Int32Array,
  whom: Int32Array,
  score: Float64Array,
  shown: Uint8Array,
): Uint8Array {
  const wanted = new Uint8Array(who.length);
  const { start, order } = listByMember(room.length, who, whom, score);
  room.forEach((places, member) => {
    const own = order.subarray(start[member] as number, start[member + 1] as number);
    let got = 0;
    for (const pair of own) {
      if (got >= places) break;
      got += shown[pair] as number;
      wanted[pair] = 1;
    }
  });
  return wanted;
}

/** The place of each pair in the list of its judge, 1 and the pairs before it that are wanted. */
function countBefore(
  judges: number,
  judge: Int32Array,
  judged: Int32Array,
  score: Float64Array,
  wanted: Uint8Array,
): Int32Array {
  const place = new Int32Array(judge.length);
  const { start, order } = listByMember(judges, judge, judged, score);
  for (let member = 0; member < judges; member++) {
    let before = 0;
    for (const pair of order.subarray(start[member] as number, start[member + 1] as number)) {
      place[pair] = before + 1;
      before += wanted[pair] as number;
    }
  }
  return place;
}
