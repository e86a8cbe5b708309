import type { PolicyAction, Resource } from "@lilink/model/policy";
import type { z } from "zod";
import type { Context } from "./context.ts";
import type { RateRule } from "./rate-of.ts";

type Awaitable<T> = T | Promise<T>;

export type Authorize<I> = {
  readonly action: PolicyAction;
  /** What the policy table needs to know of the resource; rows that do not arrive throw NOT_FOUND here. */
  readonly resource?: (ctx: Context, input: I) => Awaitable<Resource>;
  /** A sensitive act: a session proves again who it is where that is more than ten minutes ago. [ID4] */
  readonly recent?: true;
};

export type AuditNote = {
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type Query<S extends z.ZodType, O> = {
  readonly kind: "query";
  readonly name: string;
  readonly input: S;
  /** The allowance that a call spends; else that of every read or every change. [RA4] */
  readonly rate?: RateRule;
  readonly authorize: Authorize<z.output<S>>;
  readonly run: (ctx: Context, input: z.output<S>) => Promise<O>;
};

export type Mutation<S extends z.ZodType, O> = {
  readonly kind: "mutation";
  readonly name: string;
  readonly input: S;
  /** The allowance that a call spends; else that of every read or every change. [RA4] */
  readonly rate?: RateRule;
  readonly authorize: Authorize<z.output<S>>;
  readonly run: (ctx: Context, input: z.output<S>) => Promise<O>;
  /** What the audit log says of it, or null where nothing changed. Stands after `run`, whose output it reads. */
  readonly audit: (input: z.output<S>, output: O) => AuditNote | null;
};

export type Verb<S extends z.ZodType, O> = Query<S, O> | Mutation<S, O>;

/** A read of the product: input schema, permission and what it answers. */
export function defineQuery<S extends z.ZodType, O>(query: Omit<Query<S, O>, "kind">): Query<S, O> {
  return { kind: "query", ...query };
}

/** A change of the product: as a query, and what the audit log says of it. */
export function defineMutation<S extends z.ZodType, O>(
  mutation: Omit<Mutation<S, O>, "kind">,
): Mutation<S, O> {
  return { kind: "mutation", ...mutation };
}
