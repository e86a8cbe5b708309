import { notFound } from "next/navigation";
import { cache } from "react";
import { readsBoard, reviews } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";
import { orLeave } from "#lib/trpc/or-leave.ts";
import { caller } from "#lib/trpc/server.ts";

type Api = Awaited<ReturnType<typeof caller>>["return"];
export type ReturnList = Awaited<ReturnType<Api["list"]>>;
export type ReturnItem = ReturnList["items"][number];
export type ReturnForm = Awaited<ReturnType<Api["load"]>>;
export type ReturnReview = Awaited<ReturnType<Api["loadReview"]>>;
export type ReturnQueue = Awaited<ReturnType<Api["queue"]>>;
export type QueueItem = ReturnQueue["items"][number];
export type Round = Awaited<ReturnType<Api["rounds"]>>["rounds"][number];
/** What a form and a review have in common: what is asked and what stands there. */
export type ReturnContent = Pick<
  ReturnForm,
  "components" | "dimensions" | "indicators" | "total" | "figures" | "earlier" | "findings" | "explanations"
>;
export type ReturnImport = Awaited<ReturnType<Api["listImports"]>>["items"][number];
export type ReturnEvent = ReturnForm["events"][number];

/** Returns are checked by officers and regulators; for others the page is not there. */
export async function requireChecker(path: string) {
  const viewer = await requireMember(path);
  if (!readsBoard(viewer)) notFound();
  return { ...viewer, officer: reviews(viewer) };
}

/** What a checker may read of a return, or null where they stay away; where nothing was handed in yet it leads back to the queue. */
export const loadReviewOrLeave = cache(async (publicId: string) =>
  orLeave((await caller()).return.loadReview({ publicId }), "/review/returns"),
);
