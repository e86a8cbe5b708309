import {
  createEventHub,
  createPageReader,
  type GuardSettings,
  type IdentitySettings,
  type Kernel,
  openKernel,
  openPing,
  type Principal,
} from "@lilink/services";
import type { ApiContext } from "./trpc.ts";

export type ApiSettings = {
  readonly databaseUrl: string;
  readonly directDatabaseUrl: string;
  readonly traceUrl?: string | undefined;
  readonly filesFolder: string;
  readonly clock?: () => Date;
  readonly identity: IdentitySettings;
  readonly guard: GuardSettings;
  readonly report: ApiContext["report"];
};

/** What a web process opens once: its kernel, and the context of a request, made from its principal. */
export type Api = {
  readonly kernel: Kernel;
  /** Throws where the database does not answer; on a connection of its own, which no crowd takes away. */
  readonly ping: () => Promise<void>;
  /** `source` is the address that the request came from. */
  readonly contextOf: (principal: Principal, source?: string) => ApiContext;
  /** The same for the reads of one page, which share a transaction. */
  readonly pageContextOf: (principal: Principal, source?: string) => ApiContext;
};

export function openApi(settings: ApiSettings): Api {
  const kernel = openKernel(settings);
  const { listen } = createEventHub(settings.directDatabaseUrl);
  const contextOf = (principal: Principal, source?: string): ApiContext => ({
    kernel,
    principal,
    listen,
    report: settings.report,
    terms: { source },
  });
  return {
    kernel,
    ping: openPing(settings.databaseUrl),
    contextOf,
    pageContextOf: (principal, source) => ({
      ...contextOf(principal, source),
      read: createPageReader(kernel, principal, { source }),
    }),
  };
}
