import { cache } from "react";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export const readBoard = cache(async () => (await caller()).relay.board({}));
export type RelayBoard = Awaited<ReturnType<typeof readBoard>>;
export type RelayResult = RelayBoard["results"][number];

export const readResult = cache(async (publicId: string) =>
  findOrNull((await caller()).relay.result({ publicId })),
);
export type OneResult = NonNullable<Awaited<ReturnType<typeof readResult>>>;
export type RelayClaim = OneResult["claims"][number];

export const readResultOf = cache(async (achievement: string) =>
  (await caller()).relay.ofAchievement({ publicId: achievement }),
);

export const readUses = cache(async (node: string) => (await caller()).relay.uses({ node }));
