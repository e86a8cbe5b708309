import type { Fits, RestOperation } from "@lilink/contract/rest";
import type { PolicyAction, Resource } from "@lilink/model/policy";
import type { z } from "zod";
import type { Context } from "./context.ts";
import type { RateRule } from "./rate-of.ts";

type Awaitable<T> = T | Promise<T>;

export type Authorize<I> = {
  readonly action: PolicyAction;
  /** Reads what the policy needs to know about the resource. Throws NOT_FOUND when the actor cannot see the row. */
  readonly resource?: (ctx: Context, input: I) => Awaitable<Resource>;
  /** A sensitive act: the person signs in again unless they did so within ten minutes. [ID4] */
  readonly recent?: true;
  /** Ends in a credential: the database asks for proof that a process of the web began the transaction. [ID11] */
  readonly proof?: true;
};

export type AuditNote = {
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** The body for which somebody of another acted: the entry stands in its log as well. [AV7] */
  readonly forBody?: string;
  /** Where one call does what another verb does as well, the name of that verb. */
  readonly action?: string;
};

type Call<S extends z.ZodType, O, N extends string> = {
  /** `room.act`: the path in tRPC, the act in the audit log and the key of its texts. */
  readonly name: N;
  readonly input: S;
  /** The allowance that a call spends; without it, the one of all reads or all changes. [RA4] */
  readonly rate?: RateRule;
  readonly authorize: Authorize<z.output<S>>;
  readonly run: (ctx: Context, input: z.output<S>) => Promise<O>;
};

type Change<S extends z.ZodType, O, N extends string> = Call<S, O, N> & {
  /** What the audit log says, null when nothing changed, several where several things did. It follows `run`, so that its output type is known. */
  readonly audit: (input: z.output<S>, output: O) => AuditNote | readonly AuditNote[] | null;
};

/** How programs reach a verb over REST. Without it they cannot. */
type Reached = { readonly rest?: RestOperation };

export type Query<S extends z.ZodType, O, N extends string = string> = Call<S, O, N> &
  Reached & { readonly kind: "query" };

export type Mutation<S extends z.ZodType, O, N extends string = string> = Change<S, O, N> &
  Reached & { readonly kind: "mutation" };

export type Verb<S extends z.ZodType, O, N extends string = string> = Query<S, O, N> | Mutation<S, O, N>;

/** The shape of the REST answer, kept in the type so that the compiler compares it with what the verb returns. */
type Face<R extends z.ZodType> = { readonly rest?: RestOperation & { readonly output: R } };

/** Defines a read: input schema, permission and answer. */
export function defineQuery<const N extends string, S extends z.ZodType, O, R extends z.ZodType>(
  query: Call<S, O, N> & Face<R>,
  ..._fits: Fits<O, R>
): Query<S, O, N> {
  return { kind: "query", ...query };
}

/** Defines a change: a read's parts, and what the audit log says about it. */
export function defineMutation<const N extends string, S extends z.ZodType, O, R extends z.ZodType>(
  mutation: Change<S, O, N> & Face<R>,
  ..._fits: Fits<O, R>
): Mutation<S, O, N> {
  return { kind: "mutation", ...mutation };
}
