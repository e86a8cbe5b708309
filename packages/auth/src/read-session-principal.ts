import { createHmac } from "node:crypto";
import { getToken } from "@auth/core/jwt";
import type { Principal } from "@lilink/services";
import { cookieName } from "./cookie.ts";
import type { AuthSettings } from "./settings.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const keptCookies = 2_000;
const keptMilliseconds = 60_000;
/** What cookies named, for a minute: to decrypt one costs more than all else that a call does before its transaction. */
const kept = new Map<string, { readonly principal: Principal; readonly until: number }>();

/** The principal that the cookie of a request names. Whether its session stands is asked of the database each time. A cookie that does not decrypt names nobody. */
export async function readSessionPrincipal(
  settings: Pick<AuthSettings, "secret" | "publicUrl">,
  headers: Headers,
): Promise<Principal> {
  const cookie = headers.get("cookie");
  if (!cookie?.includes("authjs.session-token")) return { kind: "anonymous" };
  const name = cookieName("session", settings);
  const given = cookie.split(/; */).filter((pair) => pair.startsWith(name));
  const key = createHmac("sha256", settings.secret).update(given.join(";")).digest("base64");
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known.principal;
  const token = await getToken({
    req: { headers: { cookie } },
    ...{ secret: settings.secret, cookieName: name, salt: name },
  });
  const sessionId = token?.sid;
  if (typeof sessionId !== "string" || !uuid.test(sessionId)) return { kind: "anonymous" };
  const principal: Principal = { kind: "session", sessionId };
  if (kept.size >= keptCookies) kept.clear();
  kept.set(key, { principal, until: performance.now() + keptMilliseconds });
  return principal;
}
