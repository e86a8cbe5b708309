import { createTranslator, defaultLocale, isLocale, type Locale } from "@lilink/i18n";

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
  return toMark(viewer, at, locale);
}

type Taker = {
  readonly email: string;
  readonly name: string;
  readonly organization: { readonly nameZh: string } | null;
};

/** Who takes something along. The address stands first: it is proved, and a name is whatever its bearer writes. */
export function toTaker(email: string, names: readonly (string | undefined)[]): string {
  return `${email} (${names.filter(Boolean).join(", ")})`;
}

/** The line itself. */
export function toMark(viewer: Taker | null, at: Date, locale: Locale): string {
  const t = createTranslator(locale, "common.export");
  const who = viewer ? toTaker(viewer.email, [viewer.name, viewer.organization?.nameZh]) : t("visitor");
  return t("mark", { who, at: at.toISOString() });
}
