import { defaultLocale, isLocale } from "@lilink/i18n";
import { offlineDay } from "#features/event/export.ts";

export const dynamic = "force-dynamic";

/** The own day at an event as one document without scripts, which the device keeps for when it has no network. [EV13] */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const locale = new URL(request.url).searchParams.get("locale") ?? "";
  return offlineDay((await params).id, isLocale(locale) ? locale : defaultLocale);
}
