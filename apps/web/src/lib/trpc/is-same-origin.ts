import { isOwnOrigin } from "../own-origin.ts";

/** Whether a request that changes something was sent by our own pages. Programs use the REST face and its keys. */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = headers.get("origin");
  return origin !== null && isOwnOrigin(origin, publicUrl);
}
