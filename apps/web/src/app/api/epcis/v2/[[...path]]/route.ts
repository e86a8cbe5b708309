import { handleEpcis } from "@lilink/api";
import { runtime } from "#lib/runtime.ts";
import { sourceOf } from "#lib/source.ts";

export const dynamic = "force-dynamic";

/** EPCIS 2.0 for programs: a key in the header, never the cookie of a session. */
function handle(request: Request): Promise<Response> {
  return handleEpcis(request, runtime().api, sourceOf(request.headers));
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
