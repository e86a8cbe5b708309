import { type Locale, recordWords } from "@lilink/i18n";
import { can } from "@lilink/model/policy";
import { listRegisters, type RegisterName, readActionOf } from "@lilink/model/register";
import { actorOf } from "#lib/actor.ts";
import type { Viewer } from "#lib/session.ts";
import type { NavGroup } from "./view.ts";

/** Registers by which the group steers the chain. An event stands on the page of its policy. */
const steering: ReadonlySet<string> = new Set<RegisterName>([
  "seat",
  "mandate",
  "publicPolicy",
  "policyComment",
  "filingPlan",
  "laboratoryChange",
  "watchItem",
  "weakLink",
  "patent",
  "gapRecord",
  "roadmapItem",
  "keyPlatform",
  "chainConstraint",
  "miningRight",
  "protectedArea",
  "overseasProject",
  "importPlan",
  "oreReserve",
  "fundCall",
  "incentiveProgramme",
]);
const unlisted: ReadonlySet<string> = new Set<RegisterName>(["policyEvent"]);

/**
 * The groups with the lists of the registers before the last ones. Made on the server: the declarations would weigh on every page.
 */
export function withRegisters(
  groups: readonly NavGroup[],
  viewer: Viewer | null,
  locale: Locale,
): readonly NavGroup[] {
  const actor = actorOf(viewer);
  const readable = listRegisters().filter(
    (register) => !unlisted.has(register.name) && can(actor, readActionOf(register), {}),
  );
  const toEntries = (isOf: (name: string) => boolean) =>
    readable
      .filter(({ name }) => isOf(name))
      .map(({ name, rest }) => {
        const [here, there] = [
          recordWords(name, locale),
          recordWords(name, locale === "en" ? "zh-CN" : "en"),
        ];
        return { href: `/${rest.path}`, label: here.title, words: [there.title, name, rest.path] };
      });
  const itemsOf = (group: NavGroup["id"]) => groups.find(({ id }) => id === group)?.items ?? [];
  const others = groups.filter(({ id }) => id !== "registers" && id !== "steering");
  const at = others.findIndex(({ id }) => id === "govern");
  const place = at === -1 ? others.length : at;
  return [
    ...others.slice(0, place),
    { id: "registers", items: itemsOf("registers"), entries: toEntries((name) => !steering.has(name)) },
    { id: "steering", items: itemsOf("steering"), entries: toEntries((name) => steering.has(name)) },
    ...others.slice(place),
  ];
}
