import { createCaller } from "@lilink/api";
import { headers } from "next/headers";
import { cache } from "react";
import { auth, runtime } from "../runtime.ts";
import { sourceOf } from "../source.ts";
import { fromStart } from "./from-start.ts";

/** The API as whoever sent this request, for server components: `const api = await caller(); await api.posting.load(…)`. */
export const caller = cache(async () => {
  const source = sourceOf(await headers());
  return fromStart(createCaller(runtime().api.pageContextOf(await auth.sessionPrincipal(), source)));
});
