import { type Locale, recordWords } from "@lilink/i18n";
import { can, isOfficer } from "@lilink/model/policy";
import { listRegisters, type Register, type RegisterName, readActionOf } from "@lilink/model/register";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { NavEntry, NavGroup } from "./view.ts";

/** The subject that each register belongs to. An event stands on the page of its policy. */
const subjects: Readonly<Record<RegisterName, NavGroup["id"] | null>> = {
  publicPolicy: "policy",
  policyEvent: null,
  policyComment: "policy",
  incentiveProgramme: "policy",
  weakLink: "policy",
  watchItem: "policy",
  chainConstraint: "policy",
  roadmapItem: "technology",
  gapRecord: "technology",
  patent: "technology",
  filingPlan: "technology",
  standard: "technology",
  standardProposal: "technology",
  keyPlatform: "technology",
  laboratory: "technology",
  laboratoryChange: "technology",
  achievement: "technology",
  fundCall: "technology",
  exchangeEvent: "technology",
  programme: "technology",
  skillDemand: "technology",
  deposit: "resources",
  miningRight: "resources",
  protectedArea: "resources",
  overseasProject: "resources",
  importPlan: "resources",
  oreReserve: "resources",
  plant: "resources",
  conformityClaim: "recovery",
  seat: "body",
  mandate: "body",
};

/** A register of which each organization reads its own records alone is no page of the office, which has none. */
const isPrivate = ({ owner, level }: Register) => owner === "organization" && level === "own";

/** The groups with the lists of the registers. Made on the server: the declarations would weigh on every page. */
export function withRegisters(
  groups: readonly NavGroup[],
  viewer: Viewer | null,
  locale: Locale,
): readonly NavGroup[] {
  const actor = actorOf(viewer);
  const entries = listRegisters()
    .filter(
      (register) => can(actor, readActionOf(register), {}) && !(isPrivate(register) && isOfficer(actor)),
    )
    .flatMap(({ name, rest }): readonly NavEntry[] => {
      const group = subjects[name as RegisterName];
      if (group === null) return [];
      const [here, there] = [recordWords(name, locale), recordWords(name, locale === "en" ? "zh-CN" : "en")];
      return [{ href: `/${rest.path}`, label: here.title, words: [there.title, name, rest.path], group }];
    });
  return groups.map((group) => ({ ...group, entries: entries.filter((entry) => entry.group === group.id) }));
}
