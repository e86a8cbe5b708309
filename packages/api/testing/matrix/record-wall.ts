import { listRegisters, type RegisterLevel, tablesOf } from "@lilink/model/register";

type Facts = Readonly<Record<"org" | "officer" | "trades", string>>;

const reads = (level: RegisterLevel, { trades, officer }: Facts) =>
  level === "everyone" ? "true" : level === "member" ? `(${trades} or ${officer})` : "false";

/** Who sees which rows of a register's tables, said once more from SPEC [RG2] and [RG3]. */
export const recordWalls: Readonly<Record<string, (facts: Facts) => string>> = Object.fromEntries(
  listRegisters().flatMap((register) => {
    const { head, version } = tablesOf(register);
    const owner = (facts: Facts) =>
      register.owner === "group" ? facts.officer : `t.organization_id = ${facts.org}`;
    return [
      [
        head,
        (facts: Facts) => `t.live_version is not null and ${reads(register.level, facts)} or ${owner(facts)}`,
      ],
      [
        version,
        (
          facts: Facts,
        ) => `t.status in ('live', 'past') and (t.level = 'everyone' or t.level = 'member' and ${reads("member", facts)})
          or ${owner(facts)}`,
      ],
    ] as const;
  }),
);
