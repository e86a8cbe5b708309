import type { IntroductionSide } from "@lilink/model/introduction";
import type { NoticeKind } from "@lilink/model/notice";
import type { Context } from "../../kernel/context.ts";
import type { OwnTicket } from "./load-own-ticket.ts";

type Told = Pick<OwnTicket, "introduction"> & {
  readonly ticket: { readonly publicId: string; readonly subject: string };
};

/** Tells one side of a ticket; the worker finds its people. */
export function tellSide(
  ctx: Context,
  { ticket, introduction }: Told,
  side: IntroductionSide,
  kind: NoticeKind & `support.${string}`,
  cause: string,
): Promise<void> {
  return ctx.enqueue("notice.deliver", {
    kind,
    causeKey: cause,
    path: `/introductions/${introduction.publicId}/support/${ticket.publicId}`,
    params: { title: ticket.subject },
    introductionId: introduction.id,
    side,
  });
}
