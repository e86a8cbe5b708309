import { askForFactor, call, type FactorStep, type Principal } from "@lilink/services";
import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import { cache } from "react";
import { readCookie, type WriteCookie } from "./cookie.ts";
import { originOf } from "./origin.ts";
import { readSessionPrincipal } from "./read-session-principal.ts";
import { type AuthSettings, isSecure } from "./settings.ts";
import { SignInRefused } from "./sign-in-refused.ts";
import { toAuthConfig } from "./to-auth-config.ts";

export type EnterAnswer =
  | { readonly outcome: "opened" | "factor" | "gone" | "refused" }
  | { readonly outcome: "wait"; readonly seconds: number };

/** Sign-in bound to a running web process. The settings are asked for late: a build has no secret. */
export function createAuth(settings: () => AuthSettings) {
  const write: WriteCookie = async (name, value, seconds) => {
    const secure = isSecure(settings());
    (await cookies()).set(name, value, {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      maxAge: seconds,
    });
  };
  const { handlers, signIn, signOut } = NextAuth(() => {
    const given = settings();
    // next-auth reads its own address from the environment alone.
    process.env.AUTH_URL = given.publicUrl;
    return toAuthConfig(given, async () => new Headers(await headers()), write);
  });

  /** The principal of this request; decrypted once a request. */
  const sessionPrincipal: () => Promise<Principal> = cache(async () =>
    readSessionPrincipal(settings(), new Headers(await headers())),
  );

  /** Sets the cookie of a new session, or says why not. */
  const enter = async (provider: string, given: Record<string, string>): Promise<EnterAnswer> => {
    try {
      await signIn(provider, { ...given, redirect: false });
      return { outcome: "opened" };
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const seconds = /^wait\.(\d+)$/.exec(error.code)?.[1];
      if (seconds) return { outcome: "wait", seconds: Number(seconds) };
      return { outcome: error.code === "factor" || error.code === "gone" ? error.code : "refused" };
    }
  };

  /** What this browser, between password and factor, may answer with; null where it is not. */
  const factorStep = async (): Promise<FactorStep> => {
    const given = new Headers(await headers());
    const step = readCookie(given, "step", settings());
    if (!step) return null;
    const { userAgent } = originOf(given, 0);
    return call(settings().kernel, { kind: "anonymous" }, askForFactor, { step, userAgent });
  };

  return {
    handlers,
    sessionPrincipal,
    factorStep,
    /** For server actions. */
    signInWithPassword: (email: string, password: string) => enter("credentials", { email, password }),
    signInWithFactor: (given: { readonly code: string } | { readonly passkey: string }) =>
      enter("factor", given),
    /** Leads to the identity provider and comes back to `path`; throws next's redirect. */
    signInWithProvider: (path: string) => signIn("oidc", { redirectTo: path }),
    /** Revokes the session row and clears the cookie. */
    signOut: () => signOut({ redirect: false }),
  };
}
