"use client";

import { type CommandGroup, CommandPalette } from "@lilink/ui";
import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { getPathname, usePathname, useRouter } from "#lib/i18n/navigation.ts";
import { folded, pages as map, type NavGroup, type NavItem, type PageId } from "../view.ts";
import { NavIcon } from "./nav-icon.tsx";
import { useJump } from "./use-jump.tsx";

export type CommandBodyProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly groups: readonly NavGroup[];
  /** What else of the map the viewer may open. */
  readonly pages: readonly PageId[];
};

/** The palette: pages by name; a typed text can always be searched for. */
export function CommandBody({ open, onOpenChange, groups, pages }: CommandBodyProps) {
  const t = useTranslations("nav");
  const action = useTranslations("common.action");
  const router = useRouter();
  const pathname = usePathname();
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const { found, isWaiting } = useJump(typed, groups);
  const wordsOf = (id: NavItem | PageId) => t(`words.${id}`).split(", ");
  const shown: CommandGroup[] = groups.map((group) => ({
    id: group.id,
    label: t(`group.${group.id}`),
    entries: [
      ...group.items.map((item) => ({
        id: item as string,
        label: t(`item.${item}`),
        keywords: wordsOf(item),
        icon: <NavIcon item={folded.has(group.id) ? group.id : item} />,
        run: () => router.push(map[item].href),
      })),
      ...(group.entries ?? []).map(({ href, label, words }) => ({
        id: href,
        label,
        keywords: [...words],
        icon: <NavIcon item={group.id} />,
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
  const doingOf = (id: "postNeed" | "postCapability" | "language", run: () => void) => ({
    id: `do ${id}`,
    label: t(`action.${id}`),
    keywords: t(`words.${id}`).split(", "),
    run,
  });
  // Unasked for, the palette offers what the navigation does; the rest comes once something is typed.
  const more = pages.filter((id) => id !== "newPosting");
  const rest =
    typed.trim() === "" ? [] : [{ id: "pages", label: t("group.pages"), entries: more.map(entryOf) }];
  const searching: CommandGroup[] = typed.trim()
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
              kind: t("item.postings"),
              run: () => router.push({ pathname: "/postings", query: { q: typed.trim() } }),
            },
          ],
        },
      ]
    : [];
  const doing: CommandGroup[] = [
    {
      id: "do",
      label: t("group.do"),
      entries: [
        ...(pages.includes("newPosting")
          ? [
              entryOf("newPosting"),
              doingOf("postNeed", () => router.push("/postings/new?kind=need")),
              doingOf("postCapability", () => router.push("/postings/new?kind=capability")),
            ]
          : []),
        doingOf("language", () =>
          window.location.assign(
            getPathname({ href: pathname, locale: locale === "en" ? "zh-CN" : "en" }) +
              window.location.search,
          ),
        ),
      ],
    },
  ];
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      onSearch={setTyped}
      status={
        typed.trim() === ""
          ? null
          : isWaiting
            ? t("commandBusy")
            : found.length === 0
              ? t("commandNone")
              : null
      }
      groups={[
        ...doing,
        ...shown,
        ...rest,
        ...searching,
        ...found.map((group) => ({ ...group, stale: isWaiting })),
      ]}
      text={{ title: t("command"), placeholder: t("commandHint"), empty: t("commandEmpty") }}
    />
  );
}
