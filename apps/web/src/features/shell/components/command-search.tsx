"use client";

import { isLocale } from "@lilink/i18n/locale";
import { navTexts } from "@lilink/i18n/nav";
import { useCommandKey } from "@lilink/ui";
import { Search } from "lucide-react";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { startTransition, useCallback, useState } from "react";
import type { NavGroup, PageId } from "../view.ts";
import { useHelpKey } from "./use-help-key.ts";

export type CommandSearchProps = {
  readonly label: string;
  readonly groups: readonly NavGroup[];
  /** What else of the map the viewer may open. */
  readonly pages: readonly PageId[];
  /** Whether single keys are listened to. */
  readonly singleKeys: boolean;
};

/** Its code and its texts: no page carries them before somebody presses. */
const load = (locale: string) =>
  Promise.all([
    import("./command-body.tsx"),
    navTexts[isLocale(locale) ? locale : "en"](),
    import("./key-sheet.tsx"),
  ]);

/** The search field of the top bar and ⌘K, which open the palette; the question mark, which opens the list of keys. */
export function CommandSearch({ label, groups, pages, singleKeys }: CommandSearchProps) {
  const locale = useLocale();
  const shared = useMessages();
  const [open, setOpen] = useState<"palette" | "keys" | null>(null);
  const [palette, setPalette] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const show = useCallback(
    (what: "palette" | "keys") => {
      setOpen(what);
      void load(locale).then((loaded) => startTransition(() => setPalette(loaded)));
    },
    [locale],
  );
  const ask = useCallback(() => show("palette"), [show]);
  const tell = useCallback(() => show("keys"), [show]);
  useCommandKey(ask);
  useHelpKey(singleKeys, tell);
  const [body, nav, sheet] = palette ?? [null, null, null];
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
          <body.CommandBody
            open={open === "palette"}
            onOpenChange={(next) => setOpen(next ? "palette" : null)}
            groups={groups}
            pages={pages}
          />
          <sheet.KeySheet open={open === "keys"} onOpenChange={(next) => setOpen(next ? "keys" : null)} />
        </NextIntlClientProvider>
      ) : null}
    </>
  );
}
