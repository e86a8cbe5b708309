import { LilinkError } from "../../error/index.ts";

/** Judged pairs of two sides, arrays in parallel: who, whom, and how much each of both wants it. */
export type Pairs = {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly leftScore: Float64Array;
  readonly rightScore: Float64Array;
};

/** For how many of the other side each has attention; whole numbers from 0. */
export type Attention = { readonly left: Int32Array; readonly right: Int32Array };

/** @throws LilinkError INVALID_INPUT where arrays do not fit, a number is out of range or a pair stands twice */
export function checkPairs({ left, right, leftScore, rightScore }: Pairs, attention: Attention): void {
  const isSame = [right, leftScore, rightScore].every(({ length }) => length === left.length);
  if (!isSame) throw new LilinkError("INVALID_INPUT", { rule: "length" });
  if (attention.left.some((room) => room < 0) || attention.right.some((room) => room < 0))
    throw new LilinkError("INVALID_INPUT", { rule: "attention" });
  const seen = new Set<number>();
  for (let pair = 0; pair < left.length; pair++) {
    const [who, whom] = [left[pair] as number, right[pair] as number];
    const isKnown = who >= 0 && who < attention.left.length && whom >= 0 && whom < attention.right.length;
    if (!isKnown || !Number.isFinite(leftScore[pair]) || !Number.isFinite(rightScore[pair]))
      throw new LilinkError("INVALID_INPUT", { rule: "pair", at: pair });
    const key = who * attention.right.length + whom;
    if (seen.has(key)) throw new LilinkError("INVALID_INPUT", { rule: "duplicate", at: pair });
    seen.add(key);
  }
}

/** The pairs of each member of a side, best first by that side's score, ties by the other's number. */
export function listByMember(
  members: number,
  who: Int32Array,
  whom: Int32Array,
  score: Float64Array,
): { readonly start: Int32Array; readonly order: Int32Array } {
  const start = new Int32Array(members + 1);
  for (const member of who) start[member + 1] = (start[member + 1] as number) + 1;
  for (let member = 0; member < members; member++)
    start[member + 1] = (start[member + 1] as number) + (start[member] as number);
  const place = start.slice();
  const order = new Int32Array(who.length);
  for (let pair = 0; pair < who.length; pair++) {
    const member = who[pair] as number;
    order[place[member] as number] = pair;
    place[member] = (place[member] as number) + 1;
  }
  for (let member = 0; member < members; member++)
    order
      .subarray(start[member] as number, start[member + 1] as number)
      .sort(
        (a, b) => (score[b] as number) - (score[a] as number) || (whom[a] as number) - (whom[b] as number),
      );
  return { start, order };
}
