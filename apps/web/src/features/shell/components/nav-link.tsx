import { cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { RoutedLink } from "#components/button-link.tsx";
import { type NavEntry, type NavItem, pages } from "../view.ts";
import { NavIcon } from "./nav-icon.tsx";

export type NavLinkProps = {
  readonly item: NavItem;
  readonly look: keyof typeof looks;
  /** The address of the item that the page lies under. */
  readonly current: string | null;
};

/** `under` stands under the name of its subject, whose sign is enough. */
const looks = {
  row: "min-h-9 gap-3 rounded-md px-2 text-base hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold",
  under:
    "min-h-8 rounded-md pr-2 pl-9.5 text-base hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold",
  tab: "h-14 flex-1 flex-col justify-center gap-0.5 text-xs text-muted aria-[current=page]:font-semibold aria-[current=page]:text-ink",
} as const;
const look = (kind: keyof typeof looks) =>
  cn("nav-link flex items-center text-ink no-underline", looks[kind]);
const classes = { row: look("row"), under: look("under"), tab: look("tab") };

/** One item of the navigation. CurrentPage says later which one is open. */
export function NavLink({ item, look, current }: NavLinkProps) {
  const t = useTranslations("nav.item");
  const { href } = pages[item];
  return (
    <RoutedLink
      href={href}
      data-nav={href}
      aria-current={current === href ? "page" : undefined}
      className={classes[look]}
    >
      {look === "under" ? null : <NavIcon item={item} />}
      <span className={look === "tab" ? "truncate" : "py-1 leading-snug"}>{t(item)}</span>
    </RoutedLink>
  );
}

/** A page that a declaration gives. */
export function EntryLink({ entry, current }: { readonly entry: NavEntry; readonly current: string | null }) {
  const { href, label } = entry;
  return (
    <RoutedLink
      href={href}
      data-nav={href}
      aria-current={current === href ? "page" : undefined}
      className={classes.under}
    >
      <span className="py-1 leading-snug">{label}</span>
    </RoutedLink>
  );
}
