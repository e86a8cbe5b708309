import { createCaller } from "@lilink/api";
import { headers } from "next/headers";
import { cache } from "react";
import { looks } from "../kept/page-look.ts";
import { auth, runtime } from "../runtime.ts";
import { sourceOf } from "../source.ts";
import { fromStart } from "./from-start.ts";

/** The API as whoever sent this request, for server components: `const api = await caller(); await api.posting.load(…)`. */
export const caller = cache(async () => {
  const given = await headers();
  const context = runtime().api.pageContextOf(await auth.sessionPrincipal(), sourceOf(given));
  const look = looks.get(given.get("x-request-id") ?? "");
  const read = look && context.read ? look.through(context.read) : context.read;
  return fromStart(createCaller({ ...context, read }));
});

/** The API as a visitor without an account, for pages that show what such a visitor sees. */
export const visitor = cache(async () => {
  const given = await headers();
  looks.get(given.get("x-request-id") ?? "")?.leaveOut();
  return fromStart(createCaller(runtime().api.pageContextOf({ kind: "anonymous" }, sourceOf(given))));
});
