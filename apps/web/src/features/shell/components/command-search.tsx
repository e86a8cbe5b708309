"use client";

import { isLocale } from "@lilink/i18n/locale";
import { navTexts } from "@lilink/i18n/nav";
import { useCommandKey } from "@lilink/ui";
import { Search } from "lucide-react";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { useCallback, useState } from "react";
import type { NavGroup, PageId } from "../view.ts";

export type CommandSearchProps = {
  readonly label: string;
  readonly groups: readonly NavGroup[];
  /** What else of the map the viewer may open. */
  readonly pages: readonly PageId[];
};

/** Its code and its texts: no page carries them before somebody presses. */
const load = (locale: string) =>
  Promise.all([import("./command-body.tsx"), navTexts[isLocale(locale) ? locale : "en"]()]);

/** The search field of the top bar and ⌘K, which open the palette. */
export function CommandSearch({ label, groups, pages }: CommandSearchProps) {
  const locale = useLocale();
  const shared = useMessages();
  const [open, setOpen] = useState(false);
  const [palette, setPalette] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const ask = useCallback(() => {
    setOpen(true);
    void load(locale).then(setPalette);
  }, [locale]);
  useCommandKey(ask);
  const [body, nav] = palette ?? [null, null];
  return (
    <>
      <button
        type="button"
        onClick={ask}
        onPointerEnter={() => void load(locale)}
        aria-keyshortcuts="Meta+K Control+K"
        className="inline-flex h-9 items-center gap-2 rounded-md px-2 text-muted hover:text-ink sm:w-64 sm:border sm:border-line sm:px-3 sm:hover:border-edge"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="sr-only text-left text-sm sm:not-sr-only sm:flex-1">{label}</span>
        <kbd aria-hidden className="hidden font-sans text-xs sm:inline">
          {"Ctrl K"}
        </kbd>
      </button>
      {body ? (
        <NextIntlClientProvider locale={locale} messages={{ ...shared, nav: nav.default }}>
          <body.CommandBody open={open} onOpenChange={setOpen} groups={groups} pages={pages} />
        </NextIntlClientProvider>
      ) : null}
    </>
  );
}
