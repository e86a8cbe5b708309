import { cache } from "react";
import { caller } from "#lib/trpc/server.ts";

/** The lives of all policies, as they stand on a day. */
export const readPolicyLives = cache(async (on?: string) =>
  (await caller()).policy.lives(on === undefined ? {} : { on }),
);

/** The life of one policy; null where it has none that the reader sees. */
export const readPolicyLife = cache(async (id: string) => {
  const { on, items } = await (await caller()).policy.lives({ id });
  const [life] = items;
  return life ? { on, life } : null;
});

/** What a policy is evaluated by; null where there is no such policy. */
export const readEvaluation = cache(async (id: string) => (await caller()).policy.evaluation({ id }));
export type Evaluation = NonNullable<Awaited<ReturnType<typeof readEvaluation>>>;

export const readAlike = cache(async (id: string) => (await caller()).watch.alike({ id }));
export const readWatchYear = cache(async (year?: number) =>
  (await caller()).watch.year(year === undefined ? {} : { year }),
);

/** Who sits in the group on a day. */
export const readGroup = cache(async (on?: string) =>
  (await caller()).group.load(on === undefined ? {} : { on }),
);
export type Group = Awaited<ReturnType<typeof readGroup>>;

export const readPostingBarriers = cache(async (publicId: string) =>
  (await caller()).barrier.ofPosting({ publicId }),
);

export const readBarriers = cache(async () => (await caller()).barrier.load({}));
export type Barriers = Awaited<ReturnType<typeof readBarriers>>;
export type PolicyLives = Awaited<ReturnType<typeof readPolicyLives>>;
export type PolicyLife = PolicyLives["items"][number];
