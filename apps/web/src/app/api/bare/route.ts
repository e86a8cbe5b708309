import { createMeasuredCaller } from "@lilink/api";
import { getTranslations } from "next-intl/server";
import { toContentPolicy } from "#lib/content-policy.ts";
import { auth, runtime } from "#lib/runtime.ts";

/** What any route handler costs that knows who asks and in which language; load tests measure others against it. */
export async function GET(request: Request): Promise<Response> {
  const { api, config } = runtime();
  if (!config.bare) return new Response(null, { status: 404 });
  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "zh-CN";
  const [t, principal] = await Promise.all([
    getTranslations({ locale, namespace: "common.brand" }),
    auth.sessionPrincipal(),
  ]);
  const { actor } = await createMeasuredCaller(api.contextOf(principal)).bare.ping();
  const policy = toContentPolicy(crypto.randomUUID(), { dev: false, https: false });
  const headers = { "cache-control": "no-store", "content-security-policy": policy };
  return Response.json({ name: t("name"), actor }, { headers });
}
