import { getToken } from "@auth/core/jwt";
import type { Principal } from "@lilink/services";
import { cookieName } from "./cookie.ts";
import type { AuthSettings } from "./settings.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The principal that the cookie of a request names. A cookie that does not decrypt names nobody. */
export async function readSessionPrincipal(
  settings: Pick<AuthSettings, "secret" | "publicUrl">,
  headers: Headers,
): Promise<Principal> {
  const cookie = headers.get("cookie");
  if (!cookie?.includes("authjs.session-token")) return { kind: "anonymous" };
  const token = await getToken({
    req: { headers: { cookie } },
    secret: settings.secret,
    cookieName: cookieName("session", settings),
    salt: cookieName("session", settings),
  });
  const sessionId = token?.sid;
  return typeof sessionId === "string" && uuid.test(sessionId)
    ? { kind: "session", sessionId }
    : { kind: "anonymous" };
}
