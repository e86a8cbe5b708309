import { goalFile } from "#features/goal/export.ts";
import { toAsked } from "#lib/define-export.ts";

export const dynamic = "force-dynamic";

/** The goals and where they stand, as a file with an address of its own. */
export function GET(request: Request): Promise<Response> {
  return goalFile(toAsked(request));
}
