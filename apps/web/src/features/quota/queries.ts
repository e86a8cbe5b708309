import { caller } from "#lib/trpc/server.ts";

export const readQuotas = async () => (await caller()).quota.load({});
export type Quotas = Awaited<ReturnType<typeof readQuotas>>;
export type Quota = Quotas["quotas"][number];
