import {
  type Actor,
  type ApiScope,
  holdsOffice,
  isAuditor,
  isChecker,
  isFiler,
  isOfficer,
  isSecretary,
} from "./actor.ts";

/**
 * What a decision depends on. `owner`: the actor's organization owns the resource. `self`: the actor is the person
 * concerned. `ownReview`: the actor made it. `conflict`: the person also belongs to a body that it concerns, or to a
 * competitor of its owner. `withClaim`: the first posting of a body whose claim waits. [PL12]
 * `advised`: the actor is the adviser whose engagement lets it prepare the resource. [AV4]
 */
export type Resource = {
  readonly owner?: boolean;
  readonly self?: boolean;
  readonly ownReview?: boolean;
  readonly conflict?: boolean;
  readonly withClaim?: boolean;
  readonly advised?: boolean;
};

type Rule = (actor: Actor, resource: Resource) => boolean;

const anybody: Rule = () => true;
const signedIn: Rule = (actor) => actor.kind === "member" || actor.kind === "person";
const inOrganization: Rule = (actor) => actor.kind === "member";
const inOrganizationOrKey: Rule = (actor) => actor.kind === "member" || actor.kind === "apiKey";
const verified: Rule = (actor) => (actor.kind === "member" || actor.kind === "apiKey") && actor.verified;
/** Members of a body whose claim waits hand in one posting beside it. [PO23] */
const verifiedOrWithClaim: Rule = (actor, resource) =>
  verified(actor, resource) || (actor.kind === "member" && resource.withClaim === true);
/** Members and keys of verified organizations, without the operator: it runs the exchange and does not trade on it. */
const trader: Rule = (actor, resource) =>
  verified(actor, resource) &&
  (actor.kind === "member" || actor.kind === "apiKey") &&
  actor.organizationKind !== "operator";
const writes: Rule = (actor) => actor.kind === "member" && actor.role !== "viewer";
const admin: Rule = (actor) => actor.kind === "member" && actor.role === "admin";
const officer: Rule = (actor) => isOfficer(actor);
const secretary: Rule = (actor) => isSecretary(actor);
const systemAdmin: Rule = (actor) => holdsOffice(actor, "system_admin");
const securityAdmin: Rule = (actor) => holdsOffice(actor, "security_admin");
const auditor: Rule = (actor) => isAuditor(actor);
const filer: Rule = (actor) => isFiler(actor);
const checker: Rule = (actor) => isChecker(actor);
const filesByKey =
  (wanted: ApiScope): Rule =>
  (actor, resource) =>
    filer(actor, resource) || (actor.kind === "apiKey" && actor.verified && actor.scopes.includes(wanted));
const job: Rule = (actor) => actor.kind === "job";
const own: Rule = (_actor, resource) => resource.owner === true;
/** The owner, or its adviser within an engagement. No adviser hands in, signs or answers. [AV4] */
const ownOrAdvised: Rule = (actor, resource) =>
  resource.owner === true || (actor.kind === "member" && actor.verified && resource.advised === true);
const self: Rule = (_actor, resource) => resource.self === true;
const notOwnReview: Rule = (_actor, resource) => resource.ownReview !== true;
const impartial: Rule = (_actor, resource) => resource.conflict !== true;
const scope =
  (wanted: ApiScope): Rule =>
  (actor) =>
    actor.kind !== "apiKey" || actor.scopes.includes(wanted);
const writesByKey =
  (wanted: ApiScope): Rule =>
  (actor, resource) =>
    writes(actor, resource) || (actor.kind === "apiKey" && actor.scopes.includes(wanted));
const all =
  (...rules: Rule[]): Rule =>
  (actor, resource) =>
    rules.every((rule) => rule(actor, resource));

/**
 * The one table of permissions. [PL1]
 * Row security decides which rows an actor may see. This table decides what the actor may do with a row it sees.
 */
export const policy = {
  "session.open": anybody,
  "session.read": signedIn,
  "factor.manage": all(signedIn, self),
  "person.register": anybody,
  "posting.browse": all(anybody, scope("postings:read")),
  "posting.readOwn": all(inOrganizationOrKey, scope("postings:read"), ownOrAdvised),
  "posting.draft": all(writesByKey("postings:write"), ownOrAdvised),
  "posting.submit": all(writesByKey("postings:write"), verifiedOrWithClaim, own),
  "posting.close": all(writesByKey("postings:write"), own),
  "posting.review": all(officer, notOwnReview, impartial),
  "posting.expire": job,
  "posting.warn": job,
  "use.accept": all(writesByKey("postings:write"), verified),
  "attachment.read": all(anybody, scope("postings:read")),
  "attachment.write": all(signedIn, own),
  "attachment.sweep": job,
  "guard.sweep": job,
  "quota.read": all(inOrganizationOrKey, scope("organizations:read")),
  "export.read": anybody,
  "report.file": all(inOrganization, verified),
  "report.read": all(inOrganization, verified),
  "report.decide": all(officer, impartial),
  "match.read": all(verified, scope("matches:read"), own),
  "match.mark": all(writes, verified, own),
  "match.compute": job,
  "team.find": all(verified, scope("matches:read")),
  "market.read": officer,
  "market.allocate": job,
  "engine.read": officer,
  "engine.decide": secretary,
  "engine.learn": job,
  "engine.remake": job,
  "introduction.read": all(verified, scope("introductions:read")),
  "introduction.ask": all(writesByKey("introductions:write"), verified, impartial),
  "introduction.answer": all(writesByKey("introductions:write"), verified, impartial),
  "introduction.write": all(writes, verified),
  "support.write": all(writesByKey("introductions:write"), verified),
  "support.tick": job,
  "appointment.tick": job,
  "introduction.tick": job,
  "duty.tick": job,
  "organization.browse": all(anybody, scope("organizations:read")),
  "organization.register": signedIn,
  "organization.claim": signedIn,
  "organization.decide": all(officer, impartial),
  "organization.edit": all(admin, own),
  "organization.group": all(officer, impartial),
  "organization.rewall": job,
  "meeting.read": all(inOrganization, verified),
  "meeting.keep": all(officer, impartial),
  // Row security leaves the ballots of other seats out.
  "meeting.cast": all(writes, verified),
  "meeting.endDecision": all(writes, verified, impartial),
  "meeting.print": job,
  // Row security leaves out what is another firm's.
  "event.read": all(inOrganization, verified),
  "event.attend": all(writes, trader, own),
  "event.keep": all(officer, impartial),
  "event.plan": job,
  "incentive.read": all(anybody, scope("registers:read")),
  "incentive.claim": all(writes, trader, own),
  "incentive.keep": all(officer, impartial),
  "engagement.read": all(inOrganization, own),
  "engagement.manage": all(admin, verified, own),
  "engagement.end": all(inOrganization, own),
  "engagement.decide": all(writes, verified, own),
  "engagement.letIn": all(writes, verified),
  "engagement.advise": all(inOrganization, verified, own),
  "member.list": all(inOrganization, own),
  "member.manage": all(admin, own),
  "member.invite": all(admin, verified, own),
  "invitation.accept": signedIn,
  "key.manage": all(admin, verified, own),
  "webhook.manage": all(admin, verified, own),
  "webhook.deliver": job,
  "person.edit": all(signedIn, self),
  "search.browse": all(anybody, scope("postings:read")),
  "search.save": signedIn,
  "search.digest": job,
  "match.digest": job,
  "fund.read": inOrganization,
  "fund.apply": all(writes, trader, own),
  "fund.keep": all(officer, impartial),
  "fund.review": all(inOrganization, verified),
  "fund.assign": job,
  "network.browse": all(inOrganization, verified),
  "network.name": all(admin, verified, own),
  "network.make": job,
  "goal.browse": all(anybody, scope("goals:read")),
  "goal.import": job,
  "goal.setFloor": officer,
  "series.adopt": officer,
  "definition.propose": officer,
  "definition.adopt": secretary,
  "definition.seed": job,
  "return.open": officer,
  "return.read": all(filesByKey("returns:read"), own),
  "return.file": all(filesByKey("returns:write"), own),
  "return.import": job,
  "return.check": all(checker, impartial),
  "return.decide": all(checker, writes, notOwnReview, impartial),
  "release.browse": all(anybody, scope("goals:read")),
  "release.ask": officer,
  "release.make": job,
  "waiver.read": all(inOrganization, own),
  "waiver.give": all(admin, verified, own),
  "publicFigure.note": all(officer, impartial),
  "record.browse": all(anybody, scope("registers:read")),
  "record.consult": all(trader, scope("registers:read")),
  "record.edit": all(writesByKey("registers:write"), verified, own),
  "record.review": all(officer, notOwnReview, impartial),
  "record.seed": job,
  "record.import": job,
  "battery.read": all(inOrganizationOrKey, scope("registers:read"), verified),
  "battery.file": all(writesByKey("registers:write"), verified, own),
  "battery.report": all(writesByKey("registers:write"), verified, own),
  "battery.passport": all(anybody, scope("registers:read")),
  "battery.oversee": all(checker, impartial),
  "battery.settle": all(officer, impartial),
  "rule.keep": all(officer, impartial),
  "battery.take": job,
  "chain.browse": anybody,
  "board.read": (actor, resource) =>
    officer(actor, resource) ||
    (actor.kind === "member" && actor.verified && actor.organizationKind === "regulator"),
  "desk.read": signedIn,
  "notice.read": all(signedIn, self),
  "notice.deliver": job,
  "disclosure.read": all(inOrganization, own),
  "audit.read": all(admin, own),
  "system.read": systemAdmin,
  "emergency.open": all(systemAdmin, impartial),
  "account.manage": all(securityAdmin, impartial),
  "audit.search": all(auditor, impartial),
  "audit.export": all(auditor, impartial),
  "audit.sign": job,
} satisfies Record<string, Rule>;

export type PolicyAction = keyof typeof policy;
export const policyActions = Object.keys(policy) as PolicyAction[];

/** True when only a conflict of interest forbids the action, so that the error can say so. [PL12] */
export function isPartial(actor: Actor, action: PolicyAction, resource: Resource): boolean {
  return resource.conflict === true && can(actor, action, { ...resource, conflict: false });
}

/**
 * Whether an actor may do an action to a resource.
 * @example can({ kind: "anonymous" }, "posting.submit", { owner: true }) // false
 */
export function can(actor: Actor, action: PolicyAction, resource: Resource = {}): boolean {
  return policy[action](actor, resource);
}
