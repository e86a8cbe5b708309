import { hashToken, type Principal } from "@lilink/services";
import { problemAt, unreadable } from "./refuse.ts";

const bearer = /^bearer +(llk_[\w-]{32})$/i;
const anyKey = /llk_[\w-]{32}/;

/**
 * Who a program says it is. Only the header counts: a cookie is not looked at, and a key in the address, where logs
 * and histories keep it, is refused.
 */
export function readPrincipal(request: Request): Principal {
  if (anyKey.test(decodeLoosely(request.url))) throw unreadable("query", "keyInAddress");
  const header = request.headers.get("authorization");
  if (header === null) return { kind: "anonymous" };
  const key = bearer.exec(header.trim())?.[1];
  if (key === undefined) throw problemAt("Authorization", "notBearer", "NOT_SIGNED_IN");
  return { kind: "key", keyHash: hashToken(key) };
}

function decodeLoosely(address: string): string {
  return address.replace(/%([0-7][\da-f])/gi, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
