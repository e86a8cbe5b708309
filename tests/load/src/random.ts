/** A small seeded generator (mulberry32): the same seed gives the same exchange. */
export type Random = {
  /** A number of [0, 1). */
  readonly next: () => number;
  /** A whole number of [0, end). */
  readonly below: (end: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    pick: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error("nothing to pick from");
      return found;
    },
    chance: (probability) => next() < probability,
  };
}

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

export function toPublicId(random: Random): string {
  return Array.from({ length: 12 }, () => letters.charAt(random.below(letters.length))).join("");
}

/** A UUIDv7 of a moment, so that ids order by time as the product's own do. */
export function toId(random: Random, at: Date): string {
  const time = at.getTime().toString(16).padStart(12, "0");
  const rest = Array.from({ length: 18 }, () => random.below(16).toString(16)).join("");
  const variant = (8 + random.below(4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}
