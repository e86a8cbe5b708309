import { type ActorClaim, createEventHub, type Kernel, openKernel } from "@lilink/services";
import type { ApiContext } from "./trpc.ts";

export type ApiSettings = {
  readonly databaseUrl: string;
  readonly directDatabaseUrl: string;
  readonly filesFolder: string;
  readonly clock: () => Date;
  readonly report: ApiContext["report"];
};

/** What a web process opens once: its kernel, and the context of any request made from a claim. */
export type Api = { readonly kernel: Kernel; readonly contextOf: (claim: ActorClaim) => ApiContext };

export function openApi(settings: ApiSettings): Api {
  const kernel = openKernel(settings);
  const { listen } = createEventHub(settings.directDatabaseUrl);
  return { kernel, contextOf: (claim) => ({ kernel, claim, listen, report: settings.report }) };
}
