"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "#lib/i18n/navigation.ts";
import { toNextPath } from "#lib/next-path.ts";
import { auth } from "#lib/runtime.ts";

/** Signs in somebody whose account was made a moment ago, and goes on. */
export async function enter(email: string, password: string, path: string): Promise<void> {
  const answer = await auth.signInWithPassword(email, password);
  const locale = await getLocale();
  if (answer.outcome === "opened") redirect({ href: toNextPath(path), locale });
  redirect({ href: { pathname: "/signin", query: { notice: "registered" } }, locale });
}
