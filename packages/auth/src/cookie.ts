import { type AuthSettings, isSecure } from "./settings.ts";

/** Sets a cookie of the answer that is being made; out of reach of scripts and of other sites. */
export type WriteCookie = (name: string, value: string, seconds: number) => Promise<void>;

const names = { step: "lilink-step", browser: "lilink-browser", session: "authjs.session-token" } as const;

/** Bound to the very host where the connection is safe, so that no neighbour plants it. */
export function cookieName(kind: keyof typeof names, settings: Pick<AuthSettings, "publicUrl">): string {
  return isSecure(settings) ? `__Host-${names[kind]}` : names[kind];
}

/** A cookie of a request, where it is one that we made: letters of base64url alone. */
export function readCookie(
  headers: Headers,
  kind: keyof typeof names,
  settings: Pick<AuthSettings, "publicUrl">,
): string | undefined {
  const name = cookieName(kind, settings);
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [key, value = ""] = pair.trim().split("=");
    if (key === name && /^[A-Za-z0-9_-]{20,80}$/.test(value)) return value;
  }
  return undefined;
}
