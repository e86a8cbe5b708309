import type { IncomingMessage } from "node:http";
import { resolve } from "node:path";
import { type Api, openApi, type PageReader } from "@lilink/api";
import { type AuthSettings, createAuth, originOf, readSessionPrincipal } from "@lilink/auth";
import { type Config, readConfig } from "@lilink/contract/config";
import { log } from "./log.ts";

type Runtime = { readonly config: Config; readonly api: Api };

// On globalThis, so that a reload in development keeps its connections.
const store = globalThis as typeof globalThis & { lilinkRuntime?: Runtime };

/** What this process opened once: its configuration and its way to the services. Nothing is opened by a build. */
export function runtime(): Runtime {
  store.lilinkRuntime ??= open(readConfig(process.env));
  return store.lilinkRuntime;
}

function open(config: Config): Runtime {
  const { databaseUrl, directDatabaseUrl, traceUrl, dataDir } = config;
  const api = openApi({
    databaseUrl,
    directDatabaseUrl,
    traceUrl,
    filesFolder: resolve(dataDir, "files"),
    identity: config,
    guard: config,
    report: (error, path) =>
      log.error({ err: error, path }, "a call failed for a reason that its caller is not told"),
  });
  return { config, api };
}

function authSettings(): AuthSettings {
  const { config, api } = runtime();
  const { authSecret: secret, publicUrl, trustedProxies, oidc } = config;
  return { kernel: api.kernel, secret, publicUrl, trustedProxies, oidc };
}

export const auth = createAuth(authSettings);

/** The reads of a page as whoever sent a request, before the framework has it. */
export async function readerOf({ headers }: IncomingMessage): Promise<PageReader> {
  const settings = authSettings();
  const given = new Headers({
    cookie: headers.cookie ?? "",
    "x-forwarded-for": String(headers["x-forwarded-for"]),
  });
  const { address } = originOf(given, settings.trustedProxies);
  const { read } = runtime().api.pageContextOf(await readSessionPrincipal(settings, given), address);
  if (!read) throw new Error("a page has a reader");
  return read;
}
