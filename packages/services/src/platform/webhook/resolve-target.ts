import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { TargetRules } from "../../kernel/guard.ts";
import { isPublicAddress } from "./address.ts";

const lookupMilliseconds = 3000;

/** Asks the name service; the tests bring one of their own. */
export type Lookup = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

/** Where to connect: the address that was looked at, so that a second answer of the name service cannot differ. */
export type Target = { readonly url: URL; readonly address: string; readonly family: number };

const ask: Lookup = (host) => lookup(host, { all: true, verbatim: true });

/**
 * The one address to connect to, or null where the target is not to be called: another scheme than https, a port or a user that
 * may not be in it, a name that nobody knows, or one of whose addresses a single one is not public ([WH5]).
 */
export async function resolveTarget(
  text: string,
  rules: TargetRules,
  resolve: Lookup = ask,
): Promise<Target | null> {
  const url = new URL(text);
  const host = hostOf(url);
  const forTests = rules.testHosts.includes(host);
  if (!isCalledAt(text, rules)) return null;
  if (url.username || url.password || url.hash || (url.protocol !== "https:" && !forTests)) return null;
  const family = isIP(host);
  const found = family ? [{ address: host, family }] : await within(resolve(host));
  if (!forTests && !found.every(({ address }) => isPublicAddress(address))) return null;
  const [first] = found;
  return first ? { url, ...first } : null;
}

/** Whether the port of a target may be called ([WH5]). */
export function isCalledAt(text: string, { ports, testHosts }: TargetRules): boolean {
  const url = new URL(text);
  return ports.includes(Number(url.port || 443)) || testHosts.includes(hostOf(url));
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** Nothing, where the name service knows nothing or is not quick. */
async function within(answer: ReturnType<Lookup>): ReturnType<Lookup> {
  const late = new AbortController();
  try {
    return await Promise.race([answer, wait(lookupMilliseconds, [], { signal: late.signal })]);
  } catch {
    return [];
  } finally {
    late.abort();
  }
}
