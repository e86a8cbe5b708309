import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { listRegisters } from "@lilink/model/register";

/** The list of every register, for whoever reads it, and what only its owner opens. */
const registerPaths = listRegisters().map(({ rest, level, owner }) => ({
  path: `/${rest.path}`,
  level,
  owner,
}));
const openLists = registerPaths.filter(({ level }) => level === "everyone").map(({ path }) => path);
const ownForms = registerPaths
  .filter(({ owner }) => owner === "group")
  .flatMap(({ path }) => [`${path}?own=true`, `${path}/new`, `${path}/import`]);

/** Every page of the map, as somebody whom it is for; the empty name is a visitor. */
export const pages: Readonly<Record<string, readonly string[]>> = {
  "": [
    "/",
    "/signin",
    "/signin/factor",
    "/register",
    "/register/unknown-token",
    "/reset",
    "/reset/unknown-token",
    "/invitation/unknown-token",
    "/chain",
    "/chain/li2co3-batt",
    "/chain/health",
    "/chain/health?node=li2co3-batt",
    "/postings",
    "/organizations",
    "/goals",
    "/goals/G35-11",
    "/releases",
    "/series",
    "/series/TR06-import",
    "/batteries/codes",
    "/batteries/rates",
    "/batteries/forecast",
    "/group",
    "/fund",
    "/talent",
    "/fund/relay",
    "/supply",
    "/supply/reserves",
    "/supply/techniques",
    "/mining-rights",
    "/conditions",
    "/conditions?before=cn-recycling-2024-draft&after=cn-recycling-2024",
    "/supply?product=ore&span=year",
    "/help",
    "/licences",
    "/interface",
    "/terms",
    "/privacy",
    ...openLists,
    "/nowhere",
  ],
  "buyer@cathode.example": [
    "/desk",
    "/postings/new",
    "/postings/new/several",
    "/postings/own",
    "/batteries",
    "/batteries/report",
    "/batteries/send",
    "/batteries/file",
    "/batteries/batches",
    "/batteries/tests",
    "/batteries/router",
    "/batteries/corrections",
    "/fund/applications",
    "/fund/reviews",
    "/introductions",
    "/returns",
    "/notices",
    "/organizations/new",
    "/settings",
    "/settings/security",
    "/settings/notices",
    "/settings/organization",
    "/settings/members",
    "/settings/advisers",
    "/network",
    "/clients",
    "/settings/keys",
    "/settings/webhooks",
    "/settings/waivers",
    "/settings/log",
    "/settings/quotas",
    "/settings/acts",
  ],
  "audit@ops.example": ["/audit"],
  "system@ops.example": ["/operations"],
  "security@ops.example": ["/operations/accounts", "/operations/accounts?email=buyer@cathode.example"],
  "officer@group.example": [
    "/supply/files",
    "/supply/reserves",
    "/review",
    "/review/claims",
    "/review/reports",
    "/review/groups",
    "/review/duplicates",
    "/review/facts",
    "/review/figures",
    "/review/returns",
    "/review/rounds",
    "/board",
    "/board/market",
    "/board/engine",
    "/board/states",
    "/batteries/oversight",
    "/batteries/corrections",
    "/batteries/rules",
    "/overdue",
    "/meetings",
    "/meetings/new",
    "/watch-items/report",
    ...ownForms,
  ],
};

export type Reached = {
  readonly as: string;
  readonly from: string;
  /** The page of one thing, its id in brackets. */
  readonly to: string;
  /** Pages of the same thing, from the first on. */
  readonly tails?: readonly string[];
};

/** Pages of one thing, reached as a person reaches them: the first link of a list. */
export const reached: readonly Reached[] = [
  { as: "", from: "/postings", to: "/postings/[id]" },
  { as: "", from: "/organizations", to: "/organizations/[id]" },
  { as: "", from: "/goals", to: "/indicators/[id]" },
  { as: "", from: "/releases", to: "/releases/[id]" },
  {
    as: "prof@university.example",
    from: "/organizations",
    to: "/organizations/[id]",
    tails: ["/claim", "/contest"],
  },
  {
    as: "admin@salt.example",
    from: "/postings/own?state=published",
    to: "/postings/[id]",
    tails: ["/edit", "/history", "/matches", "/matches/compare"],
  },
  { as: "admin@salt.example", from: "/introductions", to: "/introductions/[id]" },
  { as: "editor@fluorine.example", from: "/desk", to: "/introductions/[id]/support/[ticket]" },
  { as: "officer@group.example", from: "/review", to: "/review/[id]" },
  { as: "officer@group.example", from: "/goals", to: "/indicators/[id]", tails: ["/definition"] },
  { as: "admin@salt.example", from: "/returns", to: "/returns/[id]" },
  { as: "officer@group.example", from: "/review/returns", to: "/review/returns/[id]" },
  { as: "officer@group.example", from: "/meetings", to: "/meetings/[id]", tails: ["/law"] },
  { as: "officer@group.example", from: "/batteries/oversight", to: "/batteries/oversight/[id]" },
  { as: "officer@group.example", from: "/batteries/batches", to: "/batteries/batches/[id]" },
  ...registerPaths.map(({ path, level }) => ({
    // What only its owner reads is reached by its owner.
    as: level === "own" ? "admin@salt.example" : "officer@group.example",
    from: path,
    to: `${path}/[id]`,
    tails: ["/history"],
  })),
  { as: "officer@group.example", from: "/fund-calls", to: "/fund-calls/[id]", tails: ["/room"] },
  { as: "adviser@association.example", from: "/clients", to: "/clients/[id]" },
  // The demo lets the adviser into a thread, and the notice leads there.
  { as: "adviser@association.example", from: "/notices", to: "/clients/introductions/[id]" },
  { as: "", from: "/fund", to: "/fund/awards/[id]" },
  { as: "", from: "/fund/relay", to: "/fund/relay/[id]" },
  { as: "buyer@cathode.example", from: "/fund/applications", to: "/fund/applications/[id]" },
  { as: "prof@university.example", from: "/fund/reviews", to: "/fund/reviews/[id]" },
  { as: "", from: "/policies", to: "/policies/[id]", tails: ["/evaluation"] },
  {
    as: "buyer@cathode.example",
    from: "/events",
    to: "/events/[id]",
    tails: ["/attend", "/interest", "/day"],
  },
  { as: "officer@group.example", from: "/events", to: "/events/[id]", tails: ["/board"] },
  { as: "officer@group.example", from: "/watch-items", to: "/watch-items/[id]", tails: ["/edit"] },
];

export type Lettered = {
  /** The page of the token that a letter brings. */
  readonly page: string;
  /** What has the letter sent, and by whom; the empty name is a visitor. */
  readonly as: string;
  readonly verb: string;
  readonly input: (address: string) => object;
  /** An account of the cast; absent: an address of its own, new in each run. */
  readonly to?: string;
};

/** Pages that stand behind a token that is good: the last one is looked at as its visitor finds it, and nothing is pressed. */
export const lettered: readonly Lettered[] = [
  {
    page: "register",
    as: "",
    verb: "person.register",
    input: (email) => ({ email }),
  },
  {
    page: "reset",
    as: "",
    verb: "person.requestReset",
    input: (email) => ({ email }),
    to: "prof@university.example",
  },
  {
    page: "invitation",
    as: "buyer@cathode.example",
    verb: "member.invite",
    input: (email) => ({ email, role: "viewer" }),
  },
];

/** Where somebody asks for an introduction: the page has no link in a list of its own. */
export const asked = { as: "prof@university.example", to: "/introductions/new" } as const;

/** Whether a link leads to a page that the map names by itself, as a list or a form, and not to one thing. */
export function isOnMap(href: string): boolean {
  const path = href.replace(/^\/en(?=\/|$)/, "");
  return /\/(own|new|import)$/.test(path) || Object.values(pages).flat().includes(path);
}

/** A link to the page of one thing, whatever its language. */
export function linkTo(template: string): RegExp {
  return new RegExp(`${template.replaceAll(/\[\w+\]/g, "[0-9A-Za-z-]+").replaceAll("/", "\\/")}(\\?.*)?$`);
}

const folder = fileURLToPath(new URL("../../apps/web/src/app/[locale]", import.meta.url));
// The first stands only where it is asked for (smoke.spec.ts), the second answers /nowhere.
const elsewhere = new Set(["/bare", "/[...rest]"]);

/** The addresses of the product's pages, and those of them that nothing above leads to. */
export function findRoutes(): { readonly routes: readonly string[]; readonly unvisited: readonly string[] } {
  const visited = [
    ...Object.values(pages).flat(),
    ...reached.flatMap(({ to, tails = [] }) => [to, ...tails.map((tail) => to + tail)]),
    asked.to,
  ];
  const routes = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/${relative("", join(file, ".."))}`.replace(/\/$/, "") || "/")
    .filter((route) => !elsewhere.has(route));
  const unvisited = routes.filter((route) => {
    const segments = route.split("/").map((one) => (one.startsWith("[") ? "[^/]+" : one));
    return !visited.some((path) => new RegExp(`^${segments.join("\\/")}$`).test(path));
  });
  return { routes, unvisited };
}
