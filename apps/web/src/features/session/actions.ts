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
  const [next, locale] = [toNextPath(form.get("next")), await getLocale()];
  if (answer.outcome === "factor")
    return redirect({ href: { pathname: "/signin/factor", query: { next } }, locale });
  if (answer.outcome === "wait") return { email, fault: "wait", seconds: answer.seconds, attempt };
  if (answer.outcome !== "opened") return { email, fault: "refused", attempt };
  return redirect({ href: next, locale });
}

/** The second half: a code, or what a passkey signed. Whoever took too long begins anew. */
export async function signInWithFactor(before: SignInState, form: FormData): Promise<SignInState> {
  const code = String(form.get("code") ?? "");
  const passkey = String(form.get("passkey") ?? "");
  const attempt = before.attempt + 1;
  if (!code.trim() && !passkey) return { email: "", fault: "required", attempt };
  const answer = await auth.signInWithFactor(passkey ? { passkey } : { code });
  const [next, locale] = [toNextPath(form.get("next")), await getLocale()];
  if (answer.outcome === "opened") return redirect({ href: next, locale });
  if (answer.outcome === "wait") return { email: "", fault: "wait", seconds: answer.seconds, attempt };
  if (answer.outcome === "refused") return { email: "", fault: "refused", attempt };
  return redirect({ href: { pathname: "/signin", query: { notice: "gone", next } }, locale });
}

/** Leads to the identity provider. */
export async function signInWithProvider(form: FormData): Promise<void> {
  await auth.signInWithProvider(toNextPath(form.get("next")));
}
