import { chooseLocale, openApiDocument } from "@lilink/api";
import { runtime } from "#lib/runtime.ts";

export const dynamic = "force-dynamic";

/** What the REST face offers, in the language that the reader asks for. */
export function GET(request: Request): Response {
  const locale = chooseLocale(request.headers.get("accept-language"));
  const headers = {
    "cache-control": "public, max-age=300",
    "content-language": locale,
    vary: "accept-language",
  };
  return Response.json(openApiDocument(runtime().config.publicUrl, locale), { headers });
}
