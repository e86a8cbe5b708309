import { notFound } from "next/navigation";
import { cache } from "react";
import { reviews } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";
import { orLeave } from "#lib/trpc/or-leave.ts";
import { caller } from "#lib/trpc/server.ts";

/** Review is for officers of the coordination group; for others the page is not there. */
export async function requireOfficer(path: string) {
  const viewer = await requireMember(path);
  if (!reviews(viewer)) notFound();
  return viewer;
}

/** The version under review, or null where the officer stays away; what was decided meanwhile, or is one's own, leads back to the queue. */
export const loadReviewOrLeave = cache(async (publicId: string) =>
  orLeave((await caller()).posting.loadReview({ publicId }), "/review"),
);

export type Review = NonNullable<Awaited<ReturnType<typeof loadReviewOrLeave>>>;
