import type { RateClass } from "@lilink/contract/config";

/** Calls whose allowance is not that of every read or every change. */
const byName: Readonly<Record<string, RateClass>> = {
  "session.open": "signIn",
  "session.openExternal": "signIn",
  "session.passFactor": "signIn",
  "person.register": "register",
  "person.confirm": "register",
  "person.loadRegistration": "register",
  "person.requestReset": "register",
  "person.resetPassword": "register",
  "organization.claim": "register",
  "organization.register": "register",
  "search.postings": "search",
  "search.count": "search",
  "search.jump": "search",
  "chain.search": "search",
  "organization.list": "search",
  "export.note": "export",
  "match.explain": "probe",
  "introduction.ask": "interest",
};

/** Changes that have a posting ranked anew, so that answers can be compared before and after. */
const ranking = new Set(["posting.renew", "posting.reopen"]);

const figure = /\p{Nd}/u;

/**
 * The class of a call by its name and kind ([RA4]). A search for a figure is a probe: many of them, each a little
 * narrower, find what a posting hides.
 */
export function rateClassOf(name: string, kind: "query" | "mutation", input: unknown): RateClass {
  if (name === "search.postings" && isFirstPage(input) && figure.test(textOf(input))) return "probe";
  if (ranking.has(name)) return "probe";
  return byName[name] ?? (kind === "mutation" ? "write" : "read");
}

function textOf(input: unknown): string {
  const { q } = (input ?? {}) as { readonly q?: unknown };
  return typeof q === "string" ? q : "";
}

function isFirstPage(input: unknown): boolean {
  return (input as { readonly cursor?: unknown } | null)?.cursor === undefined;
}
