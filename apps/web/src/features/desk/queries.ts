import type { Viewer } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export type Desk = Awaited<ReturnType<Awaited<ReturnType<typeof caller>>["desk"]["load"]>>;
export type DeskItem = Desk["items"][number];

/** How far a new organization is on its way to its first posting. */
export type Start = {
  /** The public id of the body that the person acts for. */
  readonly organization: string | null;
  readonly verified: boolean;
  readonly drafted: boolean;
  /** A draft to go on with. */
  readonly draft: string | null;
  readonly submitted: boolean;
};

const none = { drafted: false, draft: null, submitted: false } as const;

/** The first steps of whoever may post; null for everybody else. */
export async function readStart(viewer: Viewer, canPost: boolean): Promise<Start | null> {
  const { organization } = viewer;
  if (!organization) return { organization: null, verified: false, ...none };
  if (!canPost) return null;
  const { items, counts } = await (await caller()).posting.listOwn({ limit: 10 });
  const all = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0);
  return {
    organization: organization.publicId,
    verified: organization.verified,
    drafted: all > 0,
    draft: items.find(({ state }) => state === "draft")?.publicId ?? null,
    submitted: all > (counts.draft ?? 0),
  };
}
