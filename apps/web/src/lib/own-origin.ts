const loopback = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Whether an origin is that of PUBLIC_URL. What a request says of its host counts for nothing: whoever forges an origin forges
 * that as well. On one machine the names of the machine for itself are one.
 */
export function isOwnOrigin(origin: string, publicUrl: string): boolean {
  const own = new URL(publicUrl);
  if (origin === own.origin) return true;
  if (!loopback.includes(own.hostname)) return false;
  const port = own.port === "" ? "" : `:${own.port}`;
  return loopback.some((host) => origin === `${own.protocol}//${host}${port}`);
}

/** A header `Link` with the addresses under PUBLIC_URL, whichever host the request named. */
export function linkFromOwn(link: string, publicUrl: string): string {
  return link.replaceAll(/<https?:\/\/[^/>]*/g, `<${new URL(publicUrl).origin}`);
}
