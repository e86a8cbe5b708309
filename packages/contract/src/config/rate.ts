import { z } from "zod";

export const rateClasses = [
  "read",
  "search",
  "write",
  "export",
  "probe",
  "interest",
  "reading",
  "signIn",
  "register",
] as const;
export type RateClass = (typeof rateClasses)[number];

/** Whose allowance it is: of a person or a program, of their organization, or of an address for who is not signed in. */
export const rateScopes = ["person", "organization", "source"] as const;
export type RateScope = (typeof rateScopes)[number];

/** So many in so many seconds; a bucket that fills evenly and holds as many at most. */
export type RateLimit = { readonly count: number; readonly seconds: number };
export type RateLimits = Readonly<Record<RateClass, Readonly<Partial<Record<RateScope, RateLimit>>>>>;

const minute = 60;
const hour = 3600;
const day = 86_400;
const limit = (count: number, seconds: number): RateLimit => ({ count, seconds });

/** Far above what people and honest programs need; `reading` counts different postings or organizations. */
export const defaultRates: RateLimits = {
  read: { person: limit(3000, minute), organization: limit(15_000, minute), source: limit(3000, minute) },
  search: { person: limit(600, minute), organization: limit(3000, minute), source: limit(600, minute) },
  write: { person: limit(600, minute), organization: limit(2000, minute), source: limit(600, minute) },
  export: { person: limit(60, 10 * minute), organization: limit(300, hour), source: limit(60, 10 * minute) },
  probe: { person: limit(500, day), organization: limit(1000, day), source: limit(500, day) },
  interest: { person: limit(100, day), organization: limit(200, day) },
  reading: { organization: limit(500, day) },
  signIn: { source: limit(600, 5 * minute) },
  register: { person: limit(60, hour), source: limit(60, hour) },
};

const units: Readonly<Record<string, number>> = { s: 1, m: minute, h: hour, d: day };
const entry = /^([a-zA-Z]+)\.([a-z]+)=([1-9]\d{0,8})\/([1-9]\d{0,4})?([smhd])$/;

/** `search.person=300/m probe.organization=200/d`: what is not named keeps its default. */
export const rateField = z.string().transform((text, ctx): RateLimits => {
  const limits: Record<string, Partial<Record<RateScope, RateLimit>>> = { ...defaultRates };
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [, name = "", scope = "", count, times = "1", unit = ""] = entry.exec(part) ?? [];
    const known = rateClasses.find((one) => one === name);
    const whose = rateScopes.find((one) => one === scope);
    if (!known || !whose || !defaultRates[known][whose]) {
      ctx.addIssue({
        code: "custom",
        message: `must be made of entries like search.person=300/m, and has ${part}`,
      });
      return z.NEVER;
    }
    limits[known] = { ...limits[known], [whose]: limit(Number(count), Number(times) * (units[unit] ?? 1)) };
  }
  return limits as RateLimits;
});
