import { toPublicError } from "@lilink/api";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { redirect } from "#lib/i18n/navigation.ts";
import { requireMember, type Viewer } from "#lib/session.ts";
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

type Organization = NonNullable<Viewer["organization"]>;

/** Administrators and editors of a verified organization, but not the holder of its seat in the group. */
export function files({ verified, role, duties }: Organization): boolean {
  return verified && role !== "viewer" && !duties.includes("delegate");
}

export function isOffice({ kind, verified, duties }: Organization): boolean {
  return (
    kind === "coordination_group" &&
    verified &&
    duties.some((duty) => duty === "officer" || duty === "secretary")
  );
}

/** Returns are checked by officers and regulators; for others the page is not there. */
export async function requireChecker(path: string) {
  const viewer = await requireMember(path);
  const { organization } = viewer;
  if (!isOffice(organization) && !(organization.kind === "regulator" && organization.verified)) notFound();
  return { ...viewer, officer: isOffice(organization) };
}

/** What a checker may read of a return; where nothing was handed in yet it leads back to the queue. */
export async function loadReviewOrLeave(publicId: string) {
  try {
    return await (await caller()).return.loadReview({ publicId });
  } catch (error) {
    const { code } = toPublicError(error);
    if (code === "NOT_FOUND" || code === "INVALID_INPUT") notFound();
    if (code !== "WRONG_STATE") throw error;
  }
  return redirect({ href: "/review/returns", locale: await getLocale() });
}
