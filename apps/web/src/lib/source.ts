import { originOf } from "@lilink/auth";
import { runtime } from "./runtime.ts";

/** The address that a request came from, past the proxies that are ours. */
export function sourceOf(headers: Headers): string {
  return originOf(headers, runtime().config.trustedProxies).address;
}
