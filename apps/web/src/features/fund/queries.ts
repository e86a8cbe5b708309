import { cache } from "react";
import { findOrNull } from "#lib/find-or-null.ts";
import { caller } from "#lib/trpc/server.ts";

export const readCalls = cache(async (publicId?: string) =>
  (await caller()).fund.calls(publicId === undefined ? {} : { publicId }),
);
export type FundCall = Awaited<ReturnType<typeof readCalls>>[number];

export const readApplication = cache(async (publicId: string) =>
  findOrNull((await caller()).fund.application({ publicId })),
);
export type Application = NonNullable<Awaited<ReturnType<typeof readApplication>>>;

export const readOwnApplications = cache(async () => (await caller()).fund.own({}));
export type OwnApplication = Awaited<ReturnType<typeof readOwnApplications>>[number];

export const readRoom = cache(async (call: string) => findOrNull((await caller()).fund.room({ call })));
export type Room = NonNullable<Awaited<ReturnType<typeof readRoom>>>;

export const readTasks = cache(async () => (await caller()).fund.tasks({}));
export const readTask = cache(async (publicId: string) =>
  findOrNull((await caller()).fund.task({ publicId })),
);
export type Task = NonNullable<Awaited<ReturnType<typeof readTask>>>;

export const readReviewer = cache(async () => (await caller()).fund.reviewer({}));
export type Reviewer = Awaited<ReturnType<typeof readReviewer>>;

export const readAward = cache(async (publicId: string) =>
  findOrNull((await caller()).fund.awarded({ publicId })),
);
export type Award = NonNullable<Awaited<ReturnType<typeof readAward>>>;

/** The portfolio, with the projects after a place in their order. */
export const readPortfolio = cache(async (cursor?: string) =>
  (await caller()).fund.portfolio(cursor === undefined ? {} : { cursor }),
);
export type Portfolio = Awaited<ReturnType<typeof readPortfolio>>;
