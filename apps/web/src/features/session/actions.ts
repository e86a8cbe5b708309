"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "#lib/i18n/navigation.ts";
import { toNextPath } from "#lib/next-path.ts";
import { auth } from "#lib/runtime.ts";

export type SignInState = {
  readonly email: string;
  readonly fault: "required" | "refused" | "wait" | null;
  readonly seconds?: number;
  readonly attempt: number;
};

/** Signs in by password and goes on; what was typed stays when it is refused, but for the password. */
export async function signInWithPassword(before: SignInState, form: FormData): Promise<SignInState> {
  const email = String(form.get("email") ?? "");
  const password = String(form.get("password") ?? "");
  const attempt = before.attempt + 1;
  if (!email.trim() || !password) return { email, fault: "required", attempt };
  const answer = await auth.signInWithPassword(email, password);
  if (answer.outcome === "wait") return { email, fault: "wait", seconds: answer.seconds, attempt };
  if (answer.outcome === "refused") return { email, fault: "refused", attempt };
  return redirect({ href: toNextPath(form.get("next")), locale: await getLocale() });
}

/** Leads to the identity provider. */
export async function signInWithProvider(form: FormData): Promise<void> {
  await auth.signInWithProvider(toNextPath(form.get("next")));
}
