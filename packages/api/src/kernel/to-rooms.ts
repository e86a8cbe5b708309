import type { Mutation, Query } from "@lilink/services";
import type { TRPCMutationProcedure, TRPCQueryProcedure } from "@trpc/server";
import type { z } from "zod";
import { type ErrorShape, fromMutation, fromQuery } from "./trpc.ts";

/** What every verb is, whatever it takes and answers. */
export type AnyVerb = Pick<Query<z.ZodType, unknown>, "name" | "input" | "rate" | "rest"> & {
  readonly kind: "query" | "mutation";
};

/** The verbs of a module, by their names; what else it exports is left out. */
type VerbsOf<M> = {
  [V in M[keyof M] as V extends Named ? V["name"] : never]: V;
};

type Named = Pick<AnyVerb, "kind" | "name">;

/** The types of a procedure, picked field by field: to infer them from a whole verb costs the compiler three times as much. */
type DefOf<V> = {
  readonly input: V extends { readonly input: { readonly _zod: { readonly input: infer I } } } ? I : never;
  readonly output: V extends { readonly run: (...given: never) => Promise<infer O> } ? O : never;
  readonly meta: object;
  readonly errorShape: ErrorShape;
};

export type ProcedureOf<V> = V extends { readonly kind: "query" }
  ? TRPCQueryProcedure<DefOf<V>>
  : TRPCMutationProcedure<DefOf<V>>;

type RoomOf<N> = N extends `${infer R}.${string}` ? R : never;
type ActOf<N, R extends string> = N extends `${R}.${infer A}` ? A : never;

/** `posting.publish` is the procedure `publish` of the room `posting`. */
type RoomsOf<M> = {
  [R in RoomOf<keyof VerbsOf<M>>]: {
    [N in keyof VerbsOf<M> as ActOf<N, R>]: ProcedureOf<VerbsOf<M>[N]>;
  };
};

export function listVerbs(module: object): AnyVerb[] {
  return Object.values(module).filter(
    (value: unknown): value is AnyVerb => typeof value === "object" && value !== null && "authorize" in value,
  );
}

/** The rooms of a tRPC router, one procedure for each verb of a module. Two verbs of one name are an error. */
export function toRooms<M extends object>(module: M): RoomsOf<M> {
  const rooms: Record<string, Record<string, unknown>> = {};
  for (const verb of listVerbs(module)) {
    const [room = "", act = ""] = verb.name.split(".");
    if (rooms[room]?.[act]) throw new Error(`two verbs are called ${verb.name}`);
    const procedure =
      verb.kind === "query"
        ? fromQuery(verb as Query<z.ZodType, unknown>)
        : fromMutation(verb as Mutation<z.ZodType, unknown>);
    rooms[room] = { ...rooms[room], [act]: procedure };
  }
  return rooms as RoomsOf<M>;
}
