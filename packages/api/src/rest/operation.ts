import { call, type Mutation, type Query } from "@lilink/services";
import type { OpenApiMethod } from "trpc-to-openapi";
import { z } from "zod";
import type { RestMeta } from "../kernel/rest-meta.ts";
import { procedure } from "../kernel/trpc.ts";

/** How a verb of the services stands in the REST face. Its texts are in i18n: `api.operation.<path of the verb>`. */
type Face<R> = Pick<Required<RestMeta>["rest"], "scope" | "open"> & {
  readonly method: OpenApiMethod;
  readonly path: `/${string}`;
  readonly tag: RestTag;
  /** What leaves: fields that it does not name stay inside. */
  readonly output: R;
  /** The verb's own input with more said about it, where the document needs that. */
  readonly input?: z.ZodType;
};

export const restTags = [
  "postings",
  "matches",
  "introductions",
  "organizations",
  "chain",
  "goals",
  "returns",
] as const;
export type RestTag = (typeof restTags)[number];

/** A value without `readonly`, at every depth: zod's arrays do not know the word. */
type Writable<T> = T extends Date ? T : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** A type error at the call where a verb answers what its output schema does not take in. */
type Fits<O, R extends z.ZodType> =
  Writable<O> extends z.input<R>
    ? unknown
    : { readonly expected: z.input<R>; readonly answered: Writable<O> };

/** The operation of a read: the same verb, with its place in the address and the shape of its answer. */
export function restQuery<S extends z.ZodType, O, R extends z.ZodType>(
  verb: Query<S, O>,
  face: Face<R> & Fits<O, R>,
) {
  return operation(verb.input, face).query(({ ctx, input }) =>
    call<S, unknown>(ctx.kernel, ctx.claim, verb, input as z.input<S>, ctx.terms),
  );
}

/** The operation of a change: the same verb, with its place in the address and the shape of its answer. */
export function restMutation<S extends z.ZodType, O, R extends z.ZodType>(
  verb: Mutation<S, O>,
  face: Face<R> & Fits<O, R>,
) {
  return operation(verb.input, face).mutation(({ ctx, input }) =>
    call<S, O>(ctx.kernel, ctx.claim, verb, input as z.input<S>, ctx.terms).then((answer): unknown => answer),
  );
}

function operation<R extends z.ZodType>(verbInput: z.ZodType, face: Face<R>) {
  const { method, path, tag, scope, open, output } = face;
  const input = face.input ?? verbInput;
  return procedure
    .meta({
      openapi: { method, path, tags: [tag], protect: true, errorResponses: {} },
      rest: { scope, open, input },
    })
    .input(input)
    .output(z.unknown().pipe(output));
}
