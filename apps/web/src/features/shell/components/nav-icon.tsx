import type { NavGroup, NavItem } from "../view.ts";

/** The sign of an item, or of a subject that holds several; the style sheet knows what each looks like. */
export function NavIcon({ item }: { readonly item: NavItem | NavGroup["id"] }) {
  return <span aria-hidden data-icon={item} className="nav-icon" />;
}
