import type { IntroductionSide } from "@lilink/model/introduction";
import type { NoticeKind } from "@lilink/model/notice";
import { organizationOf } from "@lilink/model/policy";
import type { Context } from "../../kernel/context.ts";

type Told = { readonly id: string; readonly publicId: string };

/** Tells one side by a notice; the worker finds its people, so that the teller need not know who they are. */
export function tellSide(
  ctx: Context,
  to: Told,
  side: IntroductionSide,
  kind: NoticeKind,
  cause = to.id,
): Promise<void> {
  return ctx.enqueue("notice.deliver", {
    kind,
    causeKey: cause,
    path: `/introductions/${to.publicId}`,
    params: {},
    introductionId: to.id,
    side,
  });
}

export function otherSide(side: IntroductionSide): IntroductionSide {
  return side === "asking" ? "asked" : "asking";
}

/** Lets the colleagues' screens know; the other side's screens hear of it by their notice. */
export async function announceOwn(ctx: Context, introductionId: string): Promise<void> {
  const organizationId = organizationOf(ctx.actor);
  if (organizationId)
    await ctx.announce({ topic: "introduction", organizationId, subjectId: introductionId });
}
