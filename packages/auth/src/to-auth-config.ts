import Credentials from "@auth/core/providers/credentials";
import { type FactorAnswer, factorAnswerSchema } from "@lilink/contract";
import { call, closeSession, openExternalSession, openSession, passFactor } from "@lilink/services";
import type { NextAuthConfig } from "next-auth";
import { cookieName, readCookie, type WriteCookie } from "./cookie.ts";
import { type Door, enter, triedFrom } from "./enter.ts";
import { type AuthSettings, isSecure, sessionSeconds } from "./settings.ts";
import { refuseTooMany, SignInRefused } from "./sign-in-refused.ts";

type Provider = NextAuthConfig["providers"][number];

/**
 * The configuration of next-auth: the cookie carries a session id and nothing else; whether that session still
 * stands is asked of the database at each request. `headers` are those of the request that signs in by a provider.
 */
export function toAuthConfig(
  settings: AuthSettings,
  headers: () => Promise<Headers>,
  write: WriteCookie,
): NextAuthConfig {
  const { kernel } = settings;
  return {
    secret: settings.secret,
    trustHost: true,
    useSecureCookies: isSecure(settings),
    cookies: { sessionToken: { name: cookieName("session", settings) } },
    basePath: "/api/auth",
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/signin", error: "/signin", signOut: "/signin" },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    providers: [
      passwordProvider(settings, write),
      factorProvider(settings, write),
      ...(settings.oidc ? [oidcProvider(settings.oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== "oidc") return true;
        const door: Door = { headers: await headers(), write };
        const from = triedFrom(door, settings);
        const answer = await call(
          kernel,
          { kind: "anonymous" },
          openExternalSession,
          {
            ...from,
            issuer: settings.oidc?.issuer ?? "",
            subject: account.providerAccountId,
            verifiedEmail: profile?.email_verified === true && profile.email ? profile.email : null,
          },
          { source: from.address },
        );
        if (answer.outcome === "refused" || answer.outcome === "wait") return "/signin?error=unknown";
        const entered = await enter(door, settings, from.browser, answer).catch((error: unknown) => {
          if (error instanceof SignInRefused) return null;
          throw error;
        });
        if (!entered) return "/signin/factor";
        // Without an adapter this very object reaches the jwt callback below.
        user.id = entered.id;
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

function passwordProvider(settings: AuthSettings, write: WriteCookie): Provider {
  return Credentials({
    credentials: { email: {}, password: {} },
    authorize: async (given, request) => {
      const { email, password } = given;
      if (typeof email !== "string" || typeof password !== "string") throw new SignInRefused("refused");
      const door: Door = { headers: request.headers, write };
      const from = triedFrom(door, settings);
      const answer = await call(
        settings.kernel,
        { kind: "anonymous" },
        openSession,
        {
          email,
          password,
          ...from,
        },
        { source: from.address },
      ).catch(refuseTooMany);
      return enter(door, settings, from.browser, answer);
    },
  });
}

/** The second half of a sign-in; which person it is for stands in a cookie of the first half alone. [ID2] */
function factorProvider(settings: AuthSettings, write: WriteCookie): Provider {
  return Credentials({
    id: "factor",
    credentials: { code: {}, passkey: {} },
    authorize: async (given, request) => {
      const door: Door = { headers: request.headers, write };
      const step = readCookie(door.headers, "step", settings);
      if (!step) throw new SignInRefused("gone");
      const from = triedFrom(door, settings);
      const input = { ...readAnswer(given), ...from, step };
      const answer = await call(settings.kernel, { kind: "anonymous" }, passFactor, input, {
        source: from.address,
      }).catch(refuseTooMany);
      if (answer.outcome === "gone") await write(cookieName("step", settings), "", 0);
      return enter(door, settings, from.browser, answer);
    },
  });
}

function readAnswer({ code, passkey }: Partial<Record<"code" | "passkey", unknown>>): FactorAnswer {
  try {
    const read = factorAnswerSchema.safeParse(
      typeof passkey === "string" && passkey !== "" ? { passkey: JSON.parse(passkey) } : { code },
    );
    if (read.success) return read.data;
  } catch {
    // What is no JSON is no answer.
  }
  throw new SignInRefused("refused");
}

function oidcProvider(oidc: NonNullable<AuthSettings["oidc"]>): Provider {
  return {
    id: "oidc",
    type: "oidc",
    name: oidc.name,
    issuer: oidc.issuer,
    clientId: oidc.id,
    clientSecret: oidc.secret,
    // The answer belongs to this browser (state), this question (nonce) and this exchange (PKCE), whatever the provider checks.
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    profile: (claims: { sub: string }) => ({ id: claims.sub }),
  };
}
