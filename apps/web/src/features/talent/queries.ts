import { caller } from "#lib/trpc/server.ts";

export type Talent = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["talent"]["load"]>>;
export type SkillOutlook = Talent["items"][number];
export type ProvinceOutlook = Talent["provinces"][number];

export async function readTalent(): Promise<Talent> {
  return (await caller()).talent.load({});
}
