import { readerHalf } from "@lilink/i18n";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";

/**
 * What a page is called in its tab: what it shows, before the kind of page. What cannot be read is the page's to say; its
 * tab then names the kind alone.
 */
export async function toPageTitle(
  kind: string,
  read: () => Promise<string | null | undefined>,
): Promise<Metadata> {
  const name = await read().catch(() => null);
  return { title: name ? `${readerHalf(name, await getLocale())} · ${kind}` : kind };
}
