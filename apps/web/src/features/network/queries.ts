import { cache } from "react";
import { caller } from "#lib/trpc/server.ts";

export const readNetwork = cache(async () => (await caller()).network.load({}));
export type Network = Awaited<ReturnType<typeof readNetwork>>;
export type Reading = NonNullable<Network["reading"]>;
export type NamedBody = NonNullable<Network["bodies"]>[number];
