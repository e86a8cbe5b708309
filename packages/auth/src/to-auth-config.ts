import Credentials from "@auth/core/providers/credentials";
import { call, closeSession, openExternalSession, openSession } from "@lilink/services";
import type { NextAuthConfig } from "next-auth";
import { originOf } from "./origin.ts";
import { type AuthSettings, isSecure, sessionSeconds } from "./settings.ts";
import { SignInRefused } from "./sign-in-refused.ts";

type Provider = NextAuthConfig["providers"][number];

/**
 * The configuration of next-auth: the cookie carries a session id and nothing else; whether that session still
 * stands is asked of the database at each request. `headers` are those of the request that signs in by a provider.
 */
export function toAuthConfig(settings: AuthSettings, headers: () => Promise<Headers>): NextAuthConfig {
  const { kernel } = settings;
  return {
    secret: settings.secret,
    trustHost: true,
    useSecureCookies: isSecure(settings),
    basePath: "/api/auth",
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/signin", error: "/signin", signOut: "/signin" },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [passwordProvider(settings), ...(settings.oidc ? [oidcProvider(settings.oidc)] : [])],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== "oidc") return true;
        const answer = await call(kernel, { kind: "anonymous" }, openExternalSession, {
          ...originOf(await headers()),
          issuer: settings.oidc?.issuer ?? "",
          subject: account.providerAccountId,
          verifiedEmail: profile?.email_verified === true && profile.email ? profile.email : null,
        });
        if (answer.outcome !== "opened") return "/signin?error=unknown";
        // Without an adapter this very object reaches the jwt callback below.
        user.id = answer.sessionId;
        return true;
      },
      jwt: ({ token, user }) => (user?.id ? { sid: user.id } : { sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (isOwn(url, baseUrl) ? url : baseUrl),
    },
    events: {
      signOut: async (message) => {
        const sessionId = "token" in message ? message.token?.sid : undefined;
        if (typeof sessionId !== "string") return;
        // A session that was revoked before has nothing left to close.
        await call(kernel, { kind: "session", sessionId }, closeSession, {}).catch(() => undefined);
      },
    },
  };
}

function isOwn(url: string, baseUrl: string): boolean {
  return URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === new URL(baseUrl).origin;
}

function passwordProvider({ kernel }: AuthSettings): Provider {
  return Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (given, request) => {
      const { email, password } = given;
      if (typeof email !== "string" || typeof password !== "string") throw new SignInRefused("refused");
      const answer = await call(kernel, { kind: "anonymous" }, openSession, {
        email,
        password,
        ...originOf(request.headers),
      });
      if (answer.outcome === "opened") return { id: answer.sessionId };
      throw new SignInRefused(answer.outcome === "wait" ? `wait.${answer.seconds}` : "refused");
    },
  });
}

function oidcProvider(oidc: NonNullable<AuthSettings["oidc"]>): Provider {
  return {
    id: "oidc",
    type: "oidc",
    name: oidc.name,
    issuer: oidc.issuer,
    clientId: oidc.id,
    clientSecret: oidc.secret,
    authorization: { params: { scope: "openid email profile" } },
    profile: (claims: { sub: string }) => ({ id: claims.sub }),
  };
}
