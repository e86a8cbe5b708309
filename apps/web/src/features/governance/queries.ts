import { can } from "@lilink/model/policy";
import { registers } from "@lilink/model/register";
import { cache } from "react";
import { readRecords } from "#features/record/queries.ts";
import { actorOf } from "#lib/actor.ts";
import { findViewer } from "#lib/session.ts";
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
/** What the watch says of a concept; nothing for whoever does not read it. */
export const readConceptWatch = cache(async (concept: string) =>
  can(actorOf(await findViewer()), "record.consult") ? (await caller()).watch.ofConcept({ concept }) : [],
);
export const readWatchYear = cache(async (year?: number) =>
  (await caller()).watch.year(year === undefined ? {} : { year }),
);

/** What is reached at home and anywhere for an indicator. */
export const readIndicatorGaps = cache(
  async (indicator: string) =>
    (await readRecords(registers.gapRecord as never, { indicator }, 20)).page.items,
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
