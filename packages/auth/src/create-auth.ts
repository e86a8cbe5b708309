import type { ActorClaim } from "@lilink/services";
import { headers } from "next/headers";
import NextAuth from "next-auth";
import { cache } from "react";
import { readSessionClaim } from "./read-session-claim.ts";
import type { AuthSettings } from "./settings.ts";
import { SignInRefused } from "./sign-in-refused.ts";
import { toAuthConfig } from "./to-auth-config.ts";

export type PasswordAnswer =
  | { readonly outcome: "opened" }
  | { readonly outcome: "refused" }
  | { readonly outcome: "wait"; readonly seconds: number };

/** Sign-in bound to a running web process. The settings are asked for late: a build has no secret. */
export function createAuth(settings: () => AuthSettings) {
  const { handlers, signIn, signOut } = NextAuth(() => {
    const given = settings();
    // next-auth reads its own address from the environment alone.
    process.env.AUTH_URL = given.publicUrl;
    return toAuthConfig(given, async () => new Headers(await headers()));
  });

  /** Who this request claims to be; decrypted once a request. */
  const sessionClaim: () => Promise<ActorClaim> = cache(async () =>
    readSessionClaim(settings(), new Headers(await headers())),
  );

  /** Sets the cookie of a new session, or says why not. For server actions. */
  const signInWithPassword = async (email: string, password: string): Promise<PasswordAnswer> => {
    try {
      await signIn("credentials", { email, password, redirect: false });
      return { outcome: "opened" };
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      const seconds = /^wait\.(\d+)$/.exec(error.code)?.[1];
      return seconds ? { outcome: "wait", seconds: Number(seconds) } : { outcome: "refused" };
    }
  };

  return {
    handlers,
    sessionClaim,
    signInWithPassword,
    /** Leads to the identity provider and comes back to `path`; throws next's redirect. */
    signInWithProvider: (path: string) => signIn("oidc", { redirectTo: path }),
    /** Revokes the session row and clears the cookie. */
    signOut: () => signOut({ redirect: false }),
  };
}
