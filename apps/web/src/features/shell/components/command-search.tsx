"use client";

import { type CommandGroup, CommandPalette, useCommandKey } from "@lilink/ui";
import { BookText, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";
import { pages as map, type NavGroup, type NavItem, type PageId } from "../view.ts";
import { NavIcon } from "./nav-icon.tsx";
import { useJump } from "./use-jump.tsx";

export type CommandSearchProps = {
  readonly groups: readonly NavGroup[];
  /** What else of the map the viewer may open. */
  readonly pages: readonly PageId[];
};

/** The search field of the top bar and ⌘K: pages by name; a typed text can always be searched for. */
export function CommandSearch({ groups, pages }: CommandSearchProps) {
  const t = useTranslations("nav");
  const action = useTranslations("common.action");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  useCommandKey(useCallback(() => setOpen(true), []));

  const found = useJump(typed);
  const wordsOf = (id: NavItem | PageId) => t(`words.${id}`).split(", ");
  const shown: CommandGroup[] = groups.map((group) => ({
    id: group.id,
    label: t(`group.${group.id}`),
    entries: [
      ...group.items.map((item) => ({
        id: item as string,
        label: t(`item.${item}`),
        keywords: wordsOf(item),
        icon: <NavIcon item={item} />,
        run: () => router.push(map[item].href),
      })),
      ...(group.entries ?? []).map(({ href, label, words }) => ({
        id: href,
        label,
        keywords: [...words],
        icon: <BookText aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />,
        run: () => router.push(href),
      })),
    ],
  }));
  const entryOf = (id: PageId) => ({
    id: `page ${id}`,
    label: t(`page.${id}`),
    keywords: wordsOf(id),
    run: () => router.push(map[id].href),
  });
  // Unasked for, the palette offers what the navigation does; the rest comes once something is typed.
  const more = pages.filter((id) => id !== "newPosting");
  const rest =
    typed.trim() === "" ? [] : [{ id: "pages", label: t("group.pages"), entries: more.map(entryOf) }];
  const doing: CommandGroup[] = [
    ...(pages.includes("newPosting")
      ? [{ id: "do", label: action("add"), entries: [entryOf("newPosting")] }]
      : []),
    ...(typed.trim()
      ? [
          {
            id: "search",
            label: action("search"),
            entries: [
              {
                id: "search",
                label: typed.trim(),
                always: true,
                icon: <Search aria-hidden />,
                hint: t("item.postings"),
                run: () => router.push({ pathname: "/postings", query: { q: typed.trim() } }),
              },
            ],
          },
        ]
      : []),
  ];
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Meta+K Control+K"
        className="inline-flex h-9 items-center gap-2 rounded-md px-2 text-muted hover:text-ink sm:w-64 sm:border sm:border-line sm:px-3 sm:hover:border-edge"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="sr-only text-left text-sm sm:not-sr-only sm:flex-1">{t("command")}</span>
        <kbd aria-hidden className="hidden font-sans text-xs sm:inline">
          {"Ctrl K"}
        </kbd>
      </button>
      <CommandPalette
        open={open}
        onOpenChange={setOpen}
        onSearch={setTyped}
        groups={[...doing, ...shown, ...rest, ...found]}
        text={{ title: t("command"), placeholder: t("commandHint"), empty: t("commandEmpty") }}
      />
    </>
  );
}
