/** What a request is about, in a few words: labels of metrics and names of spans, so that no address gets there ([OB1]). */
export const routeClasses = [
  "health",
  "asset",
  "live",
  "auth",
  "submit",
  "call",
  "rest",
  "export",
  "file",
  "page",
  "action",
] as const;
export type RouteClass = (typeof routeClasses)[number];

const begins: readonly (readonly [string, RouteClass])[] = [
  ["/api/health/", "health"],
  ["/_next/", "asset"],
  ["/api/trpc/live.", "live"],
  ["/api/auth/", "auth"],
  ["/api/export/", "export"],
  ["/api/files", "file"],
  ["/api/returns/import", "file"],
];

/**
 * @example toRouteClass("POST", "/api/trpc/posting.submit?batch=1") // "submit"
 */
export function toRouteClass(method: string, url: string): RouteClass {
  const path = url.split("?", 1)[0] ?? "";
  const known = begins.find(([start]) => path.startsWith(start));
  if (known) return known[1];
  const changes = method !== "GET" && method !== "HEAD";
  if (path.startsWith("/api/trpc/")) return changes && /\.submit\b/.test(path) ? "submit" : "call";
  if (path.startsWith("/api/epcis/")) return "rest";
  if (path.startsWith("/api/v1/")) return changes && path.endsWith("/submit") ? "submit" : "rest";
  if (/^\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?(?:signin|reset)\b/.test(path)) return "auth";
  return changes ? "action" : "page";
}
