import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { defaultLocale, locales } from "@lilink/i18n";
import { toContentPolicy } from "./content-policy.ts";
import { judgePageMethod } from "./page-method.ts";

/** What holds for every answer, pages and files alike. */
const strictHeaders = Object.entries({
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // The camera reads battery codes in the browser alone; the person is asked each time.
  "Permissions-Policy":
    "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
});
const stayHere = "max-age=63072000; includeSubDomains";
const noPage =
  /^\/(?:api\/|_next\/|__next|(?:favicon\.ico|icon\.svg|goals\.csv|day-worker\.js|robots\.txt|sitemap\.xml)$)/;
/** Drawn outside the layout, so that load tests see what the framework itself costs. */
const outside = "/plain";
/** Characters of an address that is put right by a redirect. */
const longestMended = 4000;
const withLocale = new RegExp(`^/(${locales.join("|")})(?=/|$)`, "i");

export type Receiving = { readonly publicUrl: string; readonly dev: boolean };

/**
 * Prepares each request before the framework reads it, and says what it is of: a page, something else, or nothing more since it answered by itself. A page gets a fresh nonce, the
 * content policy and the language of its address, which the default one leaves out; broken addresses and methods that no page
 * knows are refused. It does what a proxy of the framework would do, at a fifth of its cost.
 */
export function receiveRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { publicUrl, dev }: Receiving,
): "page" | "other" | "answered" {
  const https = request.headers["x-forwarded-proto"] === "https";
  for (const [name, value] of strictHeaders) response.setHeader(name, value);
  if (https) response.setHeader("Strict-Transport-Security", stayHere);
  // A page answers for itself; the framework's own redirect to a page's data says nothing of caches.
  if (request.headers.rsc !== undefined) response.setHeader("Cache-Control", "private, no-store");

  const { path, query } = splitAddress(request.url ?? "/");
  // An address that is no text in UTF-8 names nothing; further in it would be an error of ours.
  if (!isReadable(path)) return answer(response, 400);
  // Slashes too many are taken away by the framework, which names the new address in two headers: clients read 16 KB of them. A longer one of
  // a program is put right at once, so that it is answered in the form of its face.
  const isPlain = !path.includes("//") && (path === "/" || !path.endsWith("/"));
  if (!isPlain && path.length + query.length > longestMended) {
    if (!path.startsWith("/api/")) return answer(response, 414);
    request.url = `${path.replaceAll(/\/{2,}/g, "/").replace(/\/$/, "")}${query}`;
  }
  if (noPage.test(path)) return "other";
  const judged = judgePageMethod(request.method ?? "GET", request.headers);
  if (judged === "refuse") return answer(response, 405, { allow: "GET, HEAD" });
  if (judged === "look") return answer(response, 303, { location: `${path.replace(/^\/+/, "/")}${query}` });

  const nonce = randomBytes(16).toString("base64");
  const policy = toContentPolicy(nonce, { dev, https });
  response.setHeader("content-security-policy", policy);
  const said = withLocale.exec(path)?.[1];
  const bare = (said ? path.slice(said.length + 1) : path) || "/";
  const locale = locales.find((one) => one.toLowerCase() === said?.toLowerCase()) ?? defaultLocale;
  if (isPlain && said && (locale === defaultLocale || said !== locale))
    return answer(response, 307, { location: `${addressIn(locale, bare)}${query}` });
  response.setHeader("link", toTwins(new URL(publicUrl).origin, bare));
  request.headers["x-nonce"] = nonce;
  request.headers["content-security-policy"] = policy;
  // The layout does not know for which page it is drawn, and marks it in the navigation.
  request.headers["x-path"] = bare;
  request.headers["x-next-intl-locale"] = locale;
  if (isPlain && !said && path !== outside) {
    const inside = `/${locale}${bare === "/" ? "" : bare}`;
    request.url = `${inside}${query}`;
    // The browser takes the parts of a page's address from it.
    if (request.headers.rsc !== undefined) response.setHeader("x-nextjs-rewritten-path", inside);
  }
  return "page";
}

function splitAddress(url: string): { readonly path: string; readonly query: string } {
  const whole = url.startsWith("/") ? url : url.replace(/^[a-z]+:\/\/[^/?#]*/i, "");
  const at = whole.indexOf("?");
  const path = at === -1 ? whole : whole.slice(0, at);
  // A browser reads a backslash as a slash, and two of them as another host.
  return { path: path.replaceAll("\\", "%5C") || "/", query: at === -1 ? "" : whole.slice(at) };
}

function isReadable(path: string): boolean {
  try {
    return path.startsWith("/") && !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

function addressIn(locale: string, bare: string): string {
  if (locale === defaultLocale) return bare;
  return bare === "/" ? `/${locale}` : `/${locale}${bare}`;
}

/** The same page in each language, under the address that people use, whichever host the request named. */
function toTwins(origin: string, bare: string): string {
  const twin = (locale: string, name: string) =>
    `<${origin}${addressIn(locale, bare)}>; rel="alternate"; hreflang="${name}"`;
  return [...locales.map((locale) => twin(locale, locale)), twin(defaultLocale, "x-default")].join(", ");
}

function answer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): "answered" {
  response.writeHead(status, headers).end();
  return "answered";
}
