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
