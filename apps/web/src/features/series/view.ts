/** The address of a series; its code may hold any sign. */
export const seriesPath = (code: string) => `/series/${encodeURIComponent(code)}`;
