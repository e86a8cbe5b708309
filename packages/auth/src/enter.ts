import { randomBytes } from "node:crypto";
import { call, closeSession, type SignInAnswer } from "@lilink/services";
import { cookieName, readCookie, type WriteCookie } from "./cookie.ts";
import { originOf } from "./origin.ts";
import { readSessionPrincipal } from "./read-session-principal.ts";
import { type AuthSettings, browserSeconds, stepSeconds } from "./settings.ts";
import { SignInRefused } from "./sign-in-refused.ts";

/** One way in: the request that asks, and how to set cookies on its answer. */
export type Door = { readonly headers: Headers; readonly write: WriteCookie };

/** What the services count tries by: address, kind of browser, and the mark of one that was here before. */
export function triedFrom({ headers }: Door, settings: AuthSettings) {
  const known = readCookie(headers, "browser", settings);
  const browser = known ?? randomBytes(24).toString("base64url");
  return { ...originOf(headers, settings.trustedProxies), browser };
}

/**
 * Turns an answer of the services into a session for the cookie, or says why not. A session that the browser held before
 * ends, and what led here is forgotten. [PE3]
 */
export async function enter(
  door: Door,
  settings: AuthSettings,
  browser: string,
  answer: SignInAnswer | { readonly outcome: "gone" },
): Promise<{ id: string }> {
  if (answer.outcome === "factor") {
    await door.write(cookieName("step", settings), answer.step, stepSeconds);
    throw new SignInRefused("factor");
  }
  if (answer.outcome === "wait") throw new SignInRefused(`wait.${answer.seconds}`);
  if (answer.outcome !== "opened") throw new SignInRefused(answer.outcome);
  const before = await readSessionPrincipal(settings, door.headers);
  if (before.kind === "session") await call(settings.kernel, before, closeSession, {}).catch(() => undefined);
  await door.write(cookieName("step", settings), "", 0);
  await door.write(cookieName("browser", settings), browser, browserSeconds);
  return { id: answer.sessionId };
}
