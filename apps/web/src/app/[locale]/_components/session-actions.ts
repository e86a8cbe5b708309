"use server";

import { revalidatePath } from "next/cache";
import { auth } from "#lib/runtime.ts";
import { caller } from "#lib/trpc/server.ts";

/** Ends the session of this device. */
export async function signOut(): Promise<void> {
  await auth.signOut();
  revalidatePath("/", "layout");
}

/** Acts for another of the person's organizations from the next request on. */
export async function chooseOrganization(publicId: string): Promise<void> {
  await (await caller()).session.switchOrganization({ publicId });
  revalidatePath("/", "layout");
}
