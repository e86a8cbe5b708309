import type { Fits, RestOperation } from "@lilink/contract/rest";
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

type Call<S extends z.ZodType, O, N extends string> = {
  /** Room and act: its path in tRPC, its act in the audit log, the key of its texts. */
  readonly name: N;
  readonly input: S;
  /** The allowance that a call spends; else that of every read or every change. [RA4] */
  readonly rate?: RateRule;
  readonly authorize: Authorize<z.output<S>>;
  readonly run: (ctx: Context, input: z.output<S>) => Promise<O>;
};

type Change<S extends z.ZodType, O, N extends string> = Call<S, O, N> & {
  /** What the audit log says of it, or null where nothing changed. Stands after `run`, whose output it reads. */
  readonly audit: (input: z.output<S>, output: O) => AuditNote | null;
};

/** How programs reach a verb; a verb without it is none of theirs. */
type Reached = { readonly rest?: RestOperation };

export type Query<S extends z.ZodType, O, N extends string = string> = Call<S, O, N> &
  Reached & { readonly kind: "query" };

export type Mutation<S extends z.ZodType, O, N extends string = string> = Change<S, O, N> &
  Reached & { readonly kind: "mutation" };

export type Verb<S extends z.ZodType, O, N extends string = string> = Query<S, O, N> | Mutation<S, O, N>;

/** The shape of a program's answer, kept by type so that it can be held against what the verb answers. */
type Face<R extends z.ZodType> = { readonly rest?: RestOperation & { readonly output: R } };

/** A read of the product: input schema, permission and what it answers. */
export function defineQuery<const N extends string, S extends z.ZodType, O, R extends z.ZodType>(
  query: Call<S, O, N> & Face<R>,
  ..._fits: Fits<O, R>
): Query<S, O, N> {
  return { kind: "query", ...query };
}

/** A change of the product: as a query, and what the audit log says of it. */
export function defineMutation<const N extends string, S extends z.ZodType, O, R extends z.ZodType>(
  mutation: Change<S, O, N> & Face<R>,
  ..._fits: Fits<O, R>
): Mutation<S, O, N> {
  return { kind: "mutation", ...mutation };
}
