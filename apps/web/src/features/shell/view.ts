import type { OrganizationDuty, OrganizationKind } from "@lilink/model/organization";
import { can, type PolicyAction, type Resource } from "@lilink/model/policy";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";

/** The server's own question, asked for a screen: may this viewer do it to a thing of that kind? [PL1] */
function may(viewer: Viewer | null, action: PolicyAction, resource: Resource = {}): boolean {
  return can(actorOf(viewer), action, resource);
}

/** A thing of the viewer's own organization. */
const owned: Resource = { owner: true };

/** The officers of the coordination group, who review and keep the rounds. */
export const reviews = (viewer: Viewer) => may(viewer, "posting.review");
export const overseesBatteries = (viewer: Viewer) => may(viewer, "battery.oversee");
export const settlesHandovers = (viewer: Viewer) => may(viewer, "battery.settle");
/** Who compares dated rules with the official text and keeps licences. */
export const keepsRules = (viewer: Viewer) => may(viewer, "rule.keep");
export const readsBoard = (viewer: Viewer) => may(viewer, "board.read");
/** The market is for the officers of the coordination group alone. */
export const readsMarket = (viewer: Viewer) => may(viewer, "market.read");

/** Who verifies returns or sends them back. */
export const decidesReturns = (viewer: Viewer) => may(viewer, "return.decide");
export const callsMeetings = (viewer: Viewer) => may(viewer, "meeting.keep");

/** Returns are filled in by administrators and editors; the operator owes none. */
export function filesReturns(viewer: Viewer): boolean {
  return trades(viewer) && may(viewer, "return.file", owned);
}

/** Who offers and looks for something: firms, institutes and authorities, not the operator, who runs the exchange. */
export function trades({ organization }: Viewer): boolean {
  return organization !== null && organization.kind !== "operator";
}

/** Who is usually called to meetings: the secretariat, regulators and delegates. Others come by their notice. */
function sits(viewer: Viewer): boolean {
  const isCalled = readsBoard(viewer) || viewer.organization?.duties.includes("delegate") === true;
  return isCalled && may(viewer, "meeting.read");
}

const offices = {
  audit_admin: "audit.search",
  system_admin: "system.read",
  security_admin: "account.manage",
} as const satisfies Partial<Record<OrganizationDuty, PolicyAction>>;

/** Whether the viewer holds an office of the operator, and no other of them. */
export function holds(viewer: Viewer, office: keyof typeof offices): boolean {
  return may(viewer, offices[office]);
}

export function canPost(viewer: Viewer | null): boolean {
  return viewer !== null && trades(viewer) && may(viewer, "posting.draft", owned);
}

type Rule = (viewer: Viewer | null) => boolean;

const everybody: Rule = () => true;
const visitor: Rule = (viewer) => viewer === null;
const person: Rule = (viewer) => viewer !== null;
const to =
  (action: PolicyAction, resource?: Resource): Rule =>
  (viewer) =>
    may(viewer, action, resource);
const member: Rule = to("member.list", owned);
const trader =
  (action: PolicyAction, resource?: Resource): Rule =>
  (viewer) =>
    viewer !== null && trades(viewer) && may(viewer, action, resource);
const of =
  (rule: (viewer: Viewer) => boolean): Rule =>
  (viewer) =>
    viewer !== null && rule(viewer);

/**
 * Every page that stands for no single thing, and who may open it; the server decides anyway. The navigation shows the
 * groups in this order. The palette finds the map too. Names and words stand in `nav.item`, `nav.page` and `nav.words`.
 */
export const pages = {
  home: { href: "/", group: "explore", may: visitor },
  desk: { href: "/desk", group: "work", may: to("desk.read") },
  own: { href: "/postings/own", group: "work", may: trader("posting.readOwn", owned) },
  introductions: { href: "/introductions", group: "work", may: trader("introduction.read") },
  returns: { href: "/returns", group: "work", may: of(filesReturns) },
  settings: { href: "/settings", group: "work", may: person },
  postings: { href: "/postings", group: "explore", may: everybody },
  chain: { href: "/chain", group: "explore", may: everybody },
  organizations: { href: "/organizations", group: "explore", may: everybody },
  goals: { href: "/goals", group: "explore", may: everybody },
  releases: { href: "/releases", group: "explore", may: everybody },
  batteries: { href: "/batteries/codes", group: "recovery", may: everybody },
  ownBatteries: { href: "/batteries", group: "recovery", may: to("battery.read") },
  batches: { href: "/batteries/batches", group: "recovery", may: to("battery.read") },
  group: { href: "/group", group: "body", may: everybody },
  overdue: { href: "/overdue", group: "body", may: to("record.consult") },
  supply: { href: "/supply", group: "resources", may: everybody },
  conditions: { href: "/conditions", group: "policy", may: everybody },
  fund: { href: "/fund", group: "technology", may: everybody },
  network: { href: "/network", group: "technology", may: to("network.browse") },
  talent: { href: "/talent", group: "technology", may: everybody },
  audit: { href: "/audit", group: "govern", may: of((viewer) => holds(viewer, "audit_admin")) },
  review: { href: "/review", group: "govern", may: of(reviews) },
  checks: {
    href: "/review/returns",
    group: "govern",
    may: of((viewer) => readsBoard(viewer) && !reviews(viewer)),
  },
  oversight: { href: "/batteries/oversight", group: "govern", may: of(overseesBatteries) },
  board: { href: "/board", group: "govern", may: of(readsBoard) },
  meetings: { href: "/meetings", group: "govern", may: of(sits) },
  operations: { href: "/operations", group: "govern", may: of((viewer) => holds(viewer, "system_admin")) },
  accounts: {
    href: "/operations/accounts",
    group: "govern",
    may: of((viewer) => holds(viewer, "security_admin")),
  },
  signin: { href: "/signin", group: "map", may: visitor },
  register: { href: "/register", group: "map", may: visitor },
  reset: { href: "/reset", group: "map", may: visitor },
  newPosting: { href: "/postings/new", group: "map", may: canPost },
  severalPostings: { href: "/postings/new/several", group: "map", may: canPost },
  newOrganization: { href: "/organizations/new", group: "map", may: to("organization.register") },
  notices: { href: "/notices", group: "map", may: person },
  security: { href: "/settings/security", group: "map", may: person },
  noticeSettings: { href: "/settings/notices", group: "map", may: person },
  organization: { href: "/settings/organization", group: "map", may: person },
  shortcuts: { href: "/settings#keyboard", group: "map", may: person },
  members: { href: "/settings/members", group: "map", may: member },
  advisers: { href: "/settings/advisers", group: "map", may: member },
  clients: { href: "/clients", group: "map", may: member },
  keys: { href: "/settings/keys", group: "map", may: member },
  webhooks: { href: "/settings/webhooks", group: "map", may: member },
  waivers: { href: "/settings/waivers", group: "map", may: member },
  disclosures: { href: "/settings/log", group: "map", may: member },
  quotas: { href: "/settings/quotas", group: "map", may: member },
  acts: { href: "/settings/acts", group: "map", may: to("audit.read", owned) },
  claims: { href: "/review/claims", group: "map", may: to("organization.decide") },
  decidedClaims: { href: "/review/claims?state=decided", group: "map", may: to("organization.decide") },
  reports: { href: "/review/reports", group: "map", may: to("report.decide") },
  duplicates: { href: "/review/duplicates", group: "map", may: to("organization.decide") },
  factContests: { href: "/review/facts", group: "map", may: to("organization.decide") },
  groups: { href: "/review/groups", group: "map", may: to("organization.group") },
  publicFigures: { href: "/review/figures", group: "map", may: to("publicFigure.note") },
  returnQueue: { href: "/review/returns", group: "map", may: to("return.check") },
  rounds: { href: "/review/rounds", group: "map", may: of(readsBoard) },
  market: { href: "/board/market", group: "map", may: of(readsMarket) },
  engine: { href: "/board/engine", group: "map", may: of(readsMarket) },
  states: { href: "/board/states", group: "map", may: of(readsMarket) },
  batteryRates: { href: "/batteries/rates", group: "map", may: everybody },
  batteryForecast: { href: "/batteries/forecast", group: "map", may: everybody },
  batteryTests: { href: "/batteries/tests", group: "map", may: to("battery.read") },
  batteryRouter: { href: "/batteries/router", group: "map", may: to("battery.read") },
  batteryRules: { href: "/batteries/rules", group: "map", may: of(overseesBatteries) },
  batteryCorrections: { href: "/batteries/corrections", group: "map", may: to("battery.read") },
  reportBattery: { href: "/batteries/report", group: "map", may: of(keepsBatteries) },
  sendBatteries: { href: "/batteries/send", group: "map", may: of(keepsBatteries) },
  fileBatteries: { href: "/batteries/file", group: "map", may: of(keepsBatteries) },
  chainHealth: { href: "/chain/health", group: "map", may: everybody },
  supplyFiles: { href: "/supply/files", group: "map", may: to("series.adopt") },
  supplyReserves: { href: "/supply/reserves", group: "map", may: everybody },
  supplyTechniques: { href: "/supply/techniques", group: "map", may: everybody },
  relay: { href: "/fund/relay", group: "map", may: everybody },
  fundApplications: { href: "/fund/applications", group: "map", may: to("fund.apply", owned) },
  fundReviews: { href: "/fund/reviews", group: "map", may: to("fund.review") },
  watchReport: { href: "/watch-items/report", group: "map", may: to("record.consult") },
  newMeeting: { href: "/meetings/new", group: "map", may: to("meeting.keep") },
  series: { href: "/series", group: "map", may: everybody },
  help: { href: "/help", group: "map", may: everybody },
  terms: { href: "/terms", group: "map", may: everybody },
  privacy: { href: "/privacy", group: "map", may: everybody },
  licences: { href: "/licences", group: "map", may: everybody },
  interface: { href: "/interface", group: "map", may: everybody },
} as const satisfies Record<string, { href: string; group: NavGroup["id"] | "map"; may: Rule }>;

type Id = keyof typeof pages;
export type PageId = { [I in Id]: (typeof pages)[I]["group"] extends "map" ? I : never }[Id];
export type NavItem = Exclude<Id, PageId>;

const groupIds = [
  "work",
  "explore",
  "govern",
  "policy",
  "technology",
  "resources",
  "recovery",
  "body",
] as const;

/** Groups of a subject: in the navigation each is one line that opens. */
export const folded: ReadonlySet<string> = new Set<NavGroup["id"]>([
  "policy",
  "technology",
  "resources",
  "recovery",
  "body",
]);

/** A page that a declaration gives, with its words. */
export type NavEntry = {
  readonly href: string;
  readonly label: string;
  readonly words: readonly string[];
  /** The subject that it stands under; its sign is the subject's. */
  readonly group: (typeof groupIds)[number];
};
export type NavGroup = {
  readonly id: (typeof groupIds)[number];
  readonly items: readonly NavItem[];
  readonly entries?: readonly NavEntry[];
};

const ids = Object.keys(pages) as Id[];
const isOfMap = (id: Id): id is PageId => pages[id].group === "map";
const isNavItem = (id: Id): id is NavItem => !isOfMap(id);

/** What stands in the navigation, by who looks. */
export function toNavGroups(viewer: Viewer | null): readonly NavGroup[] {
  return groupIds
    .map((id) => ({
      id,
      items: ids.filter(isNavItem).filter((item) => pages[item].group === id && pages[item].may(viewer)),
    }))
    .filter(({ items }) => items.length > 0);
}

/** What else of the map the palette finds, by who looks. */
export function toPages(viewer: Viewer | null): readonly PageId[] {
  return ids.filter(isOfMap).filter((id) => pages[id].may(viewer));
}

/** The four that a thumb reaches on a phone; the fifth place is the menu. */
export function toQuickItems(viewer: Viewer | null): readonly NavItem[] {
  if (!viewer) return ["home", "postings", "chain", "goals"];
  if (reviews(viewer)) return ["desk", "review", "postings", "board"];
  if (readsBoard(viewer)) return ["desk", "checks", "goals", "board"];
  if (viewer.organization && !trades(viewer)) return ["desk", "postings", "goals", "chain"];
  return ["desk", "postings", "introductions", "chain"];
}

/** Kinds whose work here is to offer and to look for something. Others may post, but that is not what their desk is for. */
const traders: ReadonlySet<string> = new Set<OrganizationKind>([
  "enterprise",
  "university_or_institute",
  "association",
]);

/** Whether the desk leads to a first posting: not that of the coordination group's staff, a regulator or the operator. */
export function isInvitedToPost(viewer: Viewer | null): boolean {
  return canPost(viewer) && traders.has(viewer?.organization?.kind ?? "");
}

/** Whether the viewer tells of batteries of its own. Officers, regulators and the operator read what others told. */
export function keepsBatteries(viewer: Viewer): boolean {
  return may(viewer, "battery.report", owned) && traders.has(viewer.organization?.kind ?? "");
}
