/** A small seeded generator (mulberry32): the same seed gives the same exchange. */
export type Random = {
    /** A number of [0, 1). */
    readonly next: () => number;
    /** A whole number of [0, end). */
    readonly below: (end: number) => number;
    readonly pick: <T>(list: readonly T[]) => T;
    readonly chance: (probability: number) => boolean;
};
export declare function createRandom(seed: number): Random;
export declare function toPublicId(random: Random): string;
/** A UUIDv7 of a moment, so that ids order by time as the product's own do. */
export declare function toId(random: Random, at: Date): string;
