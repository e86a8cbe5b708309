const oneYear = 31_536_000;

/** Keeps what a reader chose in a cookie of this browser, for a year; the server reads it at the next page. */
export function writeChoice(cookie: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
  document.cookie = `${cookie}=${value}; path=/; max-age=${oneYear}; samesite=lax`;
}
