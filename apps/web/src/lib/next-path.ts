/** Where to go after signing in: a path of our own, never another host. */
export function toNextPath(given: unknown, fallback = "/desk"): string {
  if (typeof given !== "string" || !/^\/(?![/\\])/.test(given) || given.length > 500) return fallback;
  return URL.canParse(given, "http://own") && new URL(given, "http://own").host === "own" ? given : fallback;
}
