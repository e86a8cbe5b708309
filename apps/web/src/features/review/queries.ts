import { toPublicError } from "@lilink/api";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { redirect } from "#lib/i18n/navigation.ts";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

/** Review is for officers of the coordination group; for others the page is not there. */
export async function requireOfficer(path: string) {
  const viewer = await requireMember(path);
  const { kind, verified, duties } = viewer.organization;
  const officer = duties.some((duty) => duty === "officer" || duty === "secretary");
  if (kind !== "coordination_group" || !verified || !officer) notFound();
  return viewer;
}

/** The version under review; one that was decided meanwhile, or is one's own, leads back to the queue. */
export async function loadReviewOrLeave(publicId: string) {
  try {
    return await (await caller()).posting.loadReview({ publicId });
  } catch (error) {
    const { code } = toPublicError(error);
    if (code === "NOT_FOUND") notFound();
    if (code !== "WRONG_STATE" && code !== "FORBIDDEN") throw error;
  }
  return redirect({ href: "/review", locale: await getLocale() });
}

export type Review = Awaited<ReturnType<typeof loadReviewOrLeave>>;
