import type { NoticeKind } from "@lilink/model/notice";
import type { Context } from "../../kernel/context.ts";

type Told = {
  readonly id: string;
  readonly result: { readonly publicId: string; readonly title: string };
  /** The organization that hears of it. */
  readonly to: string;
};

/** Tells the other side of a claim that something waits for it, or what became of what it told. [RY2] */
export function tellSide(
  ctx: Context,
  { id, result, to }: Told,
  kind: NoticeKind & `relay.${string}`,
): Promise<void> {
  return ctx.enqueue("notice.deliver", {
    kind,
    causeKey: `${kind}:${id}:${ctx.now.getTime()}`,
    path: `/fund/relay/${result.publicId}`,
    params: { title: result.title },
    organizationId: to,
  });
}
