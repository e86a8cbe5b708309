import type { OrganizationDuty } from "@lilink/model/organization";
import type { Viewer } from "#lib/session.ts";

export const navItems = {
  home: "/",
  desk: "/desk",
  postings: "/postings",
  own: "/postings/own",
  introductions: "/introductions",
  chain: "/chain",
  organizations: "/organizations",
  goals: "/goals",
  releases: "/releases",
  returns: "/returns",
  review: "/review",
  checks: "/review/returns",
  board: "/board",
  meetings: "/meetings",
  audit: "/audit",
  operations: "/operations",
  accounts: "/operations/accounts",
  settings: "/settings",
} as const;
export type NavItem = keyof typeof navItems;

export type NavGroup = { readonly id: "work" | "explore" | "govern"; readonly items: readonly NavItem[] };

/** The officers of the coordination group, who review and keep the rounds. */
export function reviews({ organization }: Viewer): boolean {
  return (
    organization?.kind === "coordination_group" &&
    organization.verified &&
    organization.duties.some((duty) => duty === "officer" || duty === "secretary")
  );
}

export function readsBoard(viewer: Viewer): boolean {
  return reviews(viewer) || (viewer.organization?.kind === "regulator" && viewer.organization.verified);
}

/** Returns are filled in by administrators and editors, not by the holder of the seat in the group. */
export function filesReturns({ organization }: Viewer): boolean {
  return (
    organization?.verified === true &&
    organization.kind !== "operator" &&
    organization.role !== "viewer" &&
    !organization.duties.includes("delegate")
  );
}

/** Who offers and looks for something: firms, institutes and authorities, not the operator, who runs the exchange. */
export function trades({ organization }: Viewer): boolean {
  return organization !== null && organization.kind !== "operator";
}

/** The market is for the officers of the coordination group alone. */
export function readsMarket(viewer: Viewer): boolean {
  return reviews(viewer);
}

/** Who is usually called to meetings: the secretariat, regulators and delegates. Others come by their notice. */
function sits(viewer: Viewer): boolean {
  return readsBoard(viewer) || (viewer.organization?.duties.includes("delegate") ?? false);
}

/** Whether the viewer holds an office of the operator. */
export function holds({ organization }: Viewer, office: OrganizationDuty): boolean {
  return organization?.kind === "operator" && organization.verified && organization.duties.includes(office);
}

/** What stands in the navigation, by who looks. Only what the viewer can use is shown; the server decides anyway. */
export function toNavGroups(viewer: Viewer | null): readonly NavGroup[] {
  if (!viewer) {
    return [{ id: "explore", items: ["home", "postings", "chain", "organizations", "goals", "releases"] }];
  }
  const govern: NavItem[] = [
    ...(holds(viewer, "audit_admin") ? (["audit"] as const) : []),
    ...(reviews(viewer) ? (["review"] as const) : []),
    ...(readsBoard(viewer) && !reviews(viewer) ? (["checks"] as const) : []),
    ...(readsBoard(viewer) ? (["board"] as const) : []),
    ...(sits(viewer) ? (["meetings"] as const) : []),
    ...(holds(viewer, "system_admin") ? (["operations"] as const) : []),
    ...(holds(viewer, "security_admin") ? (["accounts"] as const) : []),
  ];
  return [
    {
      id: "work",
      items: viewer.organization
        ? [
            "desk",
            ...(trades(viewer) ? (["own", "introductions"] as const) : []),
            ...(filesReturns(viewer) ? (["returns"] as const) : []),
            "settings",
          ]
        : ["desk", "settings"],
    },
    { id: "explore", items: ["postings", "chain", "organizations", "goals", "releases"] },
    ...(govern.length > 0 ? [{ id: "govern" as const, items: govern }] : []),
  ];
}

/** The four that a thumb reaches on a phone; the fifth place is the menu. */
export function toQuickItems(viewer: Viewer | null): readonly NavItem[] {
  if (!viewer) return ["home", "postings", "chain", "goals"];
  if (reviews(viewer)) return ["desk", "review", "postings", "board"];
  if (readsBoard(viewer)) return ["desk", "checks", "goals", "board"];
  if (viewer.organization && !trades(viewer)) return ["desk", "postings", "goals", "chain"];
  return ["desk", "postings", "introductions", "chain"];
}

export function canPost(viewer: Viewer | null): boolean {
  return viewer?.organization != null && trades(viewer) && viewer.organization.role !== "viewer";
}

/** Whether an empty desk invites to post: an authority may, but that is not what its desk is for. */
export function isInvitedToPost(viewer: Viewer | null): boolean {
  return canPost(viewer) && viewer?.organization?.kind !== "regulator";
}

/** Whether a page lies under a navigation item. */
export function isUnder(pathname: string, item: NavItem): boolean {
  const root = navItems[item];
  if (item === "postings" && isUnder(pathname, "own")) return false;
  return root === "/" ? pathname === "/" : pathname === root || pathname.startsWith(`${root}/`);
}
