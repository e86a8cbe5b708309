import { createCaller } from "@lilink/api";
import { cache } from "react";
import { auth, runtime } from "../runtime.ts";

/** The API as whoever sent this request, for server components: `const api = await caller(); await api.posting.load(…)`. */
export const caller = cache(async () => createCaller(runtime().api.contextOf(await auth.sessionClaim())));
