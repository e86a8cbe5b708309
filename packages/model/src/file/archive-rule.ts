const megabyte = 1024 * 1024;

/** How far an archive may unfold; whatever is above is refused by its own list. `growth`: times that an entry may grow. [FI6] */
export const archiveLimits = { unfolded: 200 * megabyte, growth: 200 } as const;

/** An entry below this is not asked how much it grows. */
export const growthFrom = megabyte;

/** Parts that run, by their names. */
export const macroPart = /vbaProject|vbaData|\/macrosheets\/|\/activeX\/|\/ctrlProps\//i;

/** Parts that fetch, by their names. */
export const fetchingPart =
  /\/externalLinks\/|\/queryTables\/|\/connections\.xml$|\/webExtensions\/|\/model\//i;

/** Parts that run, by their types: a macro may stand under any name. */
export const macroType = /macroEnabled|vbaProject|vbaData|macrosheet|activeX/i;

/** Whether a relation of a part reaches outside of its archive. A hyperlink does too, but nothing follows it. */
export function pointsOutside(mode: string | undefined, type: string): boolean {
  const outside = mode?.trim().toLowerCase() === "external" && !type.endsWith("/hyperlink");
  return outside || type.includes("/externalLink");
}
