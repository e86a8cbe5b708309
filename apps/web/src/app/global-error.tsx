"use client";

import { locales } from "@lilink/i18n";
import { failedTexts } from "@lilink/i18n/failed";
import { buttonClass } from "@lilink/ui";
import "./globals.css";

/** Even the layout broke: both languages, no provider, one way on. */
export default function GlobalError({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  return (
    <html lang="zh-CN">
      <body className="mx-auto flex max-w-2xl flex-col gap-8 p-8">
        {locales.map((locale) => {
          const { title, body, retry } = failedTexts[locale];
          return (
            <section key={locale} lang={locale} className="flex flex-col items-start gap-3">
              <h1 className="text-2xl">{title}</h1>
              <p className="text-muted">{body.replace("{reference}", error.digest ?? "0")}</p>
              <button type="button" onClick={reset} className={buttonClass()}>
                {retry}
              </button>
            </section>
          );
        })}
      </body>
    </html>
  );
}
