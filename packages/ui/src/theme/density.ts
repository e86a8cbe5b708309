export const densities = ["compact", "normal", "roomy"] as const;
export type Density = (typeof densities)[number];

/** The cookie that the server reads to stamp `data-density`: how high the rows of all lists are for this reader. */
export const densityCookie = "lilink-density";

export function toDensity(value: string | undefined): Density {
  return densities.find((density) => density === value) ?? "normal";
}
