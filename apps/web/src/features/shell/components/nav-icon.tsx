import type { NavItem } from "../view.ts";

/** The sign of an item, or of a page that a declaration gives; the style sheet knows what each looks like. */
export function NavIcon({ item }: { readonly item: NavItem | "entry" }) {
  return <span aria-hidden data-icon={item} className="nav-icon" />;
}
