import { readConfig } from "@lilink/contract/config";
import { NextRequest, NextResponse } from "next/server";
import createIntlMiddleware from "next-intl/middleware";
import { toContentPolicy } from "./lib/content-policy.ts";
import { routing } from "./lib/i18n/routing.ts";
import { linkFromOwn } from "./lib/own-origin.ts";
import { judgePageMethod } from "./lib/page-method.ts";

const route = createIntlMiddleware(routing);

let ownAddress: string | undefined;
const publicUrl = (): string => (ownAddress ??= readConfig(process.env).publicUrl);

/** Every page: a fresh nonce, the content policy, and the language from the address. Of the rest, broken addresses alone. */
export function proxy(request: NextRequest) {
  // An address that is no text in UTF-8 names nothing; further in it would be an error of ours.
  if (!isReadable(request.nextUrl.pathname)) return new NextResponse(null, { status: 400 });
  if (request.nextUrl.pathname.startsWith("/api/")) return NextResponse.next();
  const judged = judgePageMethod(request.method, request.headers);
  if (judged === "refuse") return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD" } });
  if (judged === "look") return NextResponse.redirect(request.nextUrl, 303);
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const https = request.headers.get("x-forwarded-proto") === "https" || request.nextUrl.protocol === "https:";
  const policy = toContentPolicy(nonce, { dev: process.env.NODE_ENV === "development", https });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = route(new NextRequest(request, { headers }));
  response.headers.set("content-security-policy", policy);
  const link = response.headers.get("link");
  if (link) response.headers.set("link", linkFromOwn(link, publicUrl()));
  return response;
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

export const config = {
  matcher: [
    "/((?!api/|_next/|favicon\\.ico$|icon\\.svg$|goals\\.csv$|robots\\.txt$|sitemap\\.xml$).*)",
    "/api/(.*%.*)",
  ],
};
