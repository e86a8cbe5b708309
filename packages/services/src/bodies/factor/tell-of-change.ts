import type { Context } from "../../kernel/context.ts";

export type SecurityChange =
  | "password"
  | "factorAdded"
  | "factorRemoved"
  | "codes"
  | "reset"
  | "locked"
  | "unlocked"
  | "ended";

/** Tells a person of a change to how it signs in, in the app and by letter: a thief's change does not stay unseen. [ID5] */
export async function tellOfChange(ctx: Context, personId: string, change: SecurityChange): Promise<void> {
  await ctx.enqueue("notice.deliver", {
    kind: "account.security",
    causeKey: ctx.newId(),
    path: "/settings/security",
    params: { change },
    personId,
  });
}
