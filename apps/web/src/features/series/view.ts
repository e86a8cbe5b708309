/** The address of a series; its code may hold any sign. */
export const seriesPath = (code: string) => `/series/${encodeURIComponent(code)}`;

/** Sources that are told by their publisher in the reader's language, not by the address or the file that they were read from. */
export function knownSource(source: string): "journal" | "usgs" | null {
  if (/^https?:\/\/(?:www\.)?kjdb\.org\//.test(source)) return "journal";
  return source.startsWith("U.S. Geological Survey") ? "usgs" : null;
}

/** A source that is an address alone is a page of a site: who publishes it is not known. */
export const sourceName = (source: string, pageOf: (site: string) => string) =>
  source.replace(/https?:\/\/(?:www\.|m\.)?([^/\s]+)\S*/, (whole, site: string) =>
    whole === source ? pageOf(site) : site,
  );
