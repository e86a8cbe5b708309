import {
  BatteryMedium,
  Building2,
  ClipboardCheck,
  ClipboardList,
  ClipboardPen,
  Files,
  Gauge,
  Handshake,
  House,
  Inbox,
  List,
  type LucideIcon,
  Presentation,
  ScrollText,
  ServerCog,
  Settings,
  Table2,
  Target,
  UserCog,
  Workflow,
} from "lucide-react";
import type { NavItem } from "../view.ts";

const icons: Readonly<Record<NavItem, LucideIcon>> = {
  home: House,
  desk: Inbox,
  postings: List,
  own: Files,
  introductions: Handshake,
  chain: Workflow,
  organizations: Building2,
  goals: Target,
  releases: Table2,
  batteries: BatteryMedium,
  returns: ClipboardPen,
  review: ClipboardCheck,
  checks: ClipboardList,
  board: Gauge,
  meetings: Presentation,
  audit: ScrollText,
  operations: ServerCog,
  accounts: UserCog,
  settings: Settings,
};

export function NavIcon({ item }: { readonly item: NavItem }) {
  const Icon = icons[item];
  return <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />;
}
