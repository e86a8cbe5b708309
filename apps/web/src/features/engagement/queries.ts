import { cache } from "react";
import { findOrNull } from "#lib/find-or-null.ts";
import { orNotFound } from "#lib/trpc/or-not-found.ts";
import { caller } from "#lib/trpc/server.ts";

export const listAdvisers = cache(async () => (await caller()).engagement.list({}));
export type Engagement = Awaited<ReturnType<typeof listAdvisers>>[number];

/** The advisers who may take part in introductions now. */
export const listAccompanying = async () =>
  (await listAdvisers()).filter(
    ({ standing, scopes }) => standing === "holds" && scopes.includes("accompany"),
  );

export const listClients = cache(async () => (await caller()).engagement.clients({}));

export const readClient = cache(async (publicId: string) =>
  findOrNull((await caller()).engagement.load({ publicId })),
);
export type Client = NonNullable<Awaited<ReturnType<typeof readClient>>>;

export const readAccompanied = cache(async (publicId: string) =>
  findOrNull((await caller()).engagement.thread({ publicId })),
);
export type AccompaniedThread = NonNullable<Awaited<ReturnType<typeof readAccompanied>>>;

export const listPairs = async (publicId: string) =>
  orNotFound((await caller()).engagement.pairs({ publicId }));
export type ProposedPair = Awaited<ReturnType<typeof listPairs>>[number];
