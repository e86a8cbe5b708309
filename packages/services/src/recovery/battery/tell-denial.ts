import type { NoticeKind } from "@lilink/model/notice";
import type { Context } from "../../kernel/context.ts";
import type { Handover } from "./find-handover.ts";

type Told = Handover & {
  /** The body that hears of it; null where it is no more. */
  readonly to: string | null;
  readonly params: Readonly<Record<string, string>>;
};

/** Tells a side of a hand-over what the other said of it, or what officers decided. It names nobody. [TR22] [TR27] */
export async function tellDenial(
  ctx: Context,
  { code, event, to, params }: Told,
  kind: NoticeKind & `battery.${string}`,
): Promise<void> {
  if (to === null) return;
  await ctx.enqueue("notice.deliver", {
    kind,
    causeKey: `${kind}:${code}:${event}:${to}`,
    path: `/batteries/${code}#open`,
    params: { title: code, ...params },
    organizationId: to,
  });
}

/** Tells officers that two words stand against each other. [TR28] */
export function tellOfficers(ctx: Context, { code, event }: Handover): Promise<void> {
  return ctx.enqueue("notice.deliver", {
    kind: "battery.disputed",
    causeKey: `battery.disputed:${code}:${event}`,
    path: `/batteries/${code}#open`,
    params: { title: code },
    officers: true,
  });
}
