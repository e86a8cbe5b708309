import { createTranslator, defaultLocale, isLocale } from "@lilink/i18n";

/** Notes that a file leaves, and says who took it and when: the line stands in the file ([RA9]). */
export async function noteExport(request: Request): Promise<string> {
  const { pathname, searchParams } = new URL(request.url);
  // Asked for late: what makes a table into a file is tested without a server around it.
  const { caller } = await import("./trpc/server.ts");
  const api = await caller();
  const { at } = await api.export.note({ of: pathname.split("/").at(-1) ?? "" });
  const viewer = await api.viewer.load();
  const asked = searchParams.get("locale") ?? "";
  const locale = isLocale(asked) ? asked : defaultLocale;
  const t = createTranslator(locale, "common.export");
  const who = viewer ? [viewer.name, viewer.organization?.nameZh].filter(Boolean).join(", ") : t("visitor");
  return t("mark", { who, at: at.toISOString() });
}
