"use client";

import { cn } from "@lilink/ui";
import { BookText } from "lucide-react";
import { useLinkStatus } from "next/link";
import { useTranslations } from "next-intl";
import { Link, usePathname } from "#lib/i18n/navigation.ts";
import { isUnder, type NavEntry, type NavItem, pages } from "../view.ts";
import { NavIcon } from "./nav-icon.tsx";

export type NavLinkProps = {
  readonly item: NavItem;
  readonly look: "row" | "tab";
  readonly onNavigate?: () => void;
};

const looks = {
  row: "h-9 gap-3 rounded-md px-2 text-base hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold",
  tab: "h-14 flex-1 flex-col justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-semibold aria-[current=page]:text-ink",
} as const;

/** One item of the navigation; the icon dims while its page is on the way. */
export function NavLink({ item, look, onNavigate }: NavLinkProps) {
  const t = useTranslations("nav.item");
  const current = isUnder(usePathname(), item);
  return (
    <Link
      href={pages[item].href}
      aria-current={current ? "page" : undefined}
      className={cn("flex items-center text-ink no-underline", looks[look])}
      {...(onNavigate ? { onClick: onNavigate } : {})}
    >
      <Waiting item={item} />
      <span className="truncate">{t(item)}</span>
    </Link>
  );
}

/** A page that a declaration gives. */
export function EntryLink({
  entry,
  onNavigate,
}: {
  readonly entry: NavEntry;
  readonly onNavigate?: () => void;
}) {
  const path = usePathname();
  const current = path === entry.href || path.startsWith(`${entry.href}/`);
  return (
    <Link
      href={entry.href}
      aria-current={current ? "page" : undefined}
      className={cn("flex items-center text-ink no-underline", looks.row)}
      {...(onNavigate ? { onClick: onNavigate } : {})}
    >
      <BookText aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
      <span className="truncate">{entry.label}</span>
    </Link>
  );
}

function Waiting({ item }: { readonly item: NavItem }) {
  const { pending } = useLinkStatus();
  return (
    <span className={cn("inline-flex", pending && "animate-pulse text-accent-ink")}>
      <NavIcon item={item} />
    </span>
  );
}
