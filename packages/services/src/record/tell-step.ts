import type { Register } from "@lilink/model/register";
import type { Context } from "../kernel/context.ts";
import type { Head } from "./find-record.ts";

/** Tells whom the machine names: reviewers that something waits, the owner what was decided. */
export async function tellStep(
  ctx: Context,
  register: Register,
  head: Head,
  step: string,
  reason: string | null,
): Promise<void> {
  const whom = register.machine.steps[step]?.tell;
  if (whom !== "officers" && whom !== "owner") return;
  const isForOwner = whom === "owner" && head.organizationId !== null;
  await ctx.enqueue("notice.deliver", {
    kind: whom === "owner" ? "record.returned" : "record.submitted",
    causeKey: `${head.id}:${head.revision}`,
    path: `/${register.rest.path}/${head.publicId}`,
    params: {
      register: register.name,
      zh: head.titleZh ?? head.titleEn ?? "",
      en: head.titleEn ?? head.titleZh ?? "",
      reason: reason ?? "",
    },
    ...(isForOwner ? { organizationId: head.organizationId } : { officers: true }),
  });
}
