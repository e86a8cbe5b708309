/** What published series are about, in the order of the chain. */
export const seriesSubjects = ["reserves", "output", "trade", "recycling", "research", "other"] as const;
export type SeriesSubject = (typeof seriesSubjects)[number];

/** The first that fits says what a series is about; a code that none fits is of something else. */
const signs: readonly (readonly [RegExp, SeriesSubject])[] = [
  [/^BAT-/u, "recycling"],
  [/(?:^|-)(?:fund|patents|technology)(?:-|$)/u, "research"],
  [/(?:^|-)(?:import|export|top1)(?:-|$)|projects-abroad/u, "trade"],
  [/(?:^|-)(?:production|consumption)(?:-|$)/u, "output"],
  [/^TR08-|(?:^|-)(?:reserves?|resources?)(?:-|$)/u, "reserves"],
];

/**
 * What a series is about, by the words in its code.
 * @example seriesSubject("usgs-lithium-production") // "output"
 */
export const seriesSubject = (code: string): SeriesSubject =>
  signs.find(([sign]) => sign.test(code))?.[1] ?? "other";
