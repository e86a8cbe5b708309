import { isLocale } from "@lilink/i18n";
import { densityCookie, themeCookie, toDensity, toThemeChoice } from "@lilink/ui";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { findViewer } from "#lib/session.ts";
import { Providers } from "./_components/providers.tsx";
import { Shell } from "./_components/shell.tsx";
import "../globals.css";

type LayoutProps = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: LayoutProps): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "common.brand" });
  return { title: { default: t("name"), template: `%s – ${t("name")}` }, description: t("tagline") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1014" },
  ],
};

export default async function LocaleLayout({ children, params }: LayoutProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [viewer, cookieJar, requestHeaders] = await Promise.all([findViewer(), cookies(), headers()]);
  const theme = toThemeChoice(cookieJar.get(themeCookie)?.value);
  const density = toDensity(cookieJar.get(densityCookie)?.value);
  return (
    // Whoever chooses a theme or a density sets it in the open document, ahead of the next render.
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density === "normal" ? undefined : density}
      suppressHydrationWarning
    >
      <body>
        <Providers nonce={requestHeaders.get("x-nonce") ?? ""}>
          <Shell viewer={viewer} theme={theme} path={requestHeaders.get("x-path") ?? "/"}>
            {children}
          </Shell>
        </Providers>
      </body>
    </html>
  );
}
