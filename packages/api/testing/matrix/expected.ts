import { can, isOfficer, type PolicyAction, type Resource } from "@lilink/model/policy";
import { type Kind, organizationBehind, personBehind } from "./kind.ts";
import type { World } from "./world.ts";

const whole: Resource = {};
const owned: Resource = { owner: true };

/** Whose a thing is: what the policy is asked with for a caller, or null where the thing is not there for them. */
export const things = {
  anybodys: () => whole,
  ownOrganizations: (who: Kind) => ({ owner: organizationBehind(who) !== null }),
  secretariats: (who: Kind) => ({ owner: who.actor !== null && isOfficer(who.actor) }),
  ownPersons: () => ({ self: true }),
  firms: (who: Kind, { firm }: World) => (organizationBehind(who) === firm.id ? owned : null),
  partners: (who: Kind, { partner }: World) => (organizationBehind(who) === partner.id ? owned : null),
  parties: (who: Kind, world: World) => things.firms(who, world) ?? things.partners(who, world),
  /** The professor advises the firm. */
  advisers: (who: Kind, { people }: World) =>
    personBehind(who) === people.professor.member.personId ? owned : null,
  engaged: (who: Kind, world: World) =>
    things.advisers(who, world) ??
    (who.actor?.kind === "member" && who.actor.role === "admin" ? things.firms(who, world) : null),
  admins: (who: Kind, { people }: World) =>
    personBehind(who) === people.admin.member.personId ? { self: true } : null,
  /** A return that was handed in reaches the officers and the regulator of its province. */
  checkers: (who: Kind, { people }: World) =>
    (who.actor !== null && isOfficer(who.actor)) || personBehind(who) === people.regulator36.member.personId
      ? whole
      : null,
  /** A meeting reaches the officers and the organizations that sit in it; so does a decision its owner. */
  seats: (who: Kind, world: World) =>
    who.actor !== null && isOfficer(who.actor) ? owned : things.firms(who, world),
} as const;

/** One procedure with a good input, and who may expect an answer to it. */
export type Sample = {
  readonly action: PolicyAction | readonly PolicyAction[];
  readonly of?: keyof typeof things;
  /** Of those whom the policy lets through, the kinds that the thing is meant for. */
  readonly only?: (who: Kind, world: World) => boolean;
  /** What a caller who is let through may hear as well: of a wrong state, a wrong proof. */
  readonly or?: string;
  /** It is the firm's, from which an officer who belongs to its rival stays away. */
  readonly impartial?: true;
  readonly input: (world: World) => object;
  /** Works with passwords, which take their time: two of those who may are tried, and all who may not. */
  readonly slow?: true;
};

/** What the policy says of a caller and a sample; revoked keys are refused everywhere. */
export function mayCall(sample: Sample, who: Kind, world: World): boolean {
  const { actor } = who;
  const thing = things[sample.of ?? "anybodys"](who, world);
  if (actor === null || thing === null) return false;
  const resource = sample.impartial && who.torn ? { ...thing, conflict: true } : thing;
  const actions = typeof sample.action === "string" ? [sample.action] : sample.action;
  return actions.every((action) => can(actor, action, resource)) && (sample.only?.(who, world) ?? true);
}
