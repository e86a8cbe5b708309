import { sampleLine } from "@lilink/documents";
import type { Locale } from "@lilink/i18n";
import { runtime } from "#lib/runtime.ts";

/** The first row of a file of figures on an exchange with the demo's cast; nothing elsewhere. */
export function sampleNotice(locale: Locale): string | undefined {
  return runtime().config.demo ? sampleLine(locale) : undefined;
}
