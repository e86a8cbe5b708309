import type { Viewer } from "#lib/session.ts";
import { canPost, readsBoard, readsMarket, reviews } from "../view.ts";

/** The pages of the map beside those of the navigation; each has its name and its words in `nav.page` and `nav.words`. */
export const pages = {
  newPosting: "/postings/new",
  newOrganization: "/organizations/new",
  notices: "/notices",
  market: "/board/market",
  engine: "/board/engine",
  newMeeting: "/meetings/new",
  claims: "/review/claims",
  decidedClaims: "/review/claims?state=decided",
  reports: "/review/reports",
  groups: "/review/groups",
  publicFigures: "/review/figures",
  returnQueue: "/review/returns",
  rounds: "/review/rounds",
  security: "/settings/security",
  noticeSettings: "/settings/notices",
  organization: "/settings/organization",
  members: "/settings/members",
  keys: "/settings/keys",
  webhooks: "/settings/webhooks",
  waivers: "/settings/waivers",
  disclosures: "/settings/log",
  acts: "/settings/acts",
  shortcuts: "/settings#keyboard",
  signin: "/signin",
  register: "/register",
  reset: "/reset",
  terms: "/terms",
  privacy: "/privacy",
  licences: "/licences",
  interface: "/interface",
} as const;
export type PageId = keyof typeof pages;

const ofVisitors: readonly PageId[] = ["signin", "register", "reset"];
const ofEverybody: readonly PageId[] = ["terms", "privacy", "licences", "interface"];
const ofPeople: readonly PageId[] = [
  "newOrganization",
  "notices",
  "security",
  "noticeSettings",
  "organization",
  "shortcuts",
];
const ofMembers: readonly PageId[] = ["members", "keys", "webhooks", "waivers", "disclosures"];
const ofCheckers: readonly PageId[] = ["returnQueue", "rounds"];
const ofOfficers: readonly PageId[] = ["claims", "decidedClaims", "reports", "groups", "publicFigures"];
const ofMarket: readonly PageId[] = ["market", "engine", "newMeeting"];

/** Which of them the viewer may open; the server decides anyway. */
export function toPages(viewer: Viewer | null): readonly PageId[] {
  if (!viewer) return [...ofVisitors, ...ofEverybody];
  const { organization } = viewer;
  return [
    ...(canPost(viewer) ? (["newPosting"] as const) : []),
    ...ofPeople,
    ...(organization ? ofMembers : []),
    ...(organization?.role === "admin" ? (["acts"] as const) : []),
    ...(reviews(viewer) ? ofOfficers : []),
    ...(readsBoard(viewer) ? ofCheckers : []),
    ...(readsMarket(viewer) ? ofMarket : []),
    ...ofEverybody,
  ];
}
